package dev.startill.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer sees: the demo's chat and the operator's page, in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserStoryTest {
  private static final long DEMO_BOT = 7_000_000_001L;

  private Chromium chromium;
  private Shop shop;
  private Box box;

  @BeforeAll
  void open(@TempDir Path folder) {
    chromium = Chromium.open();
    shop = Shop.demo(folder);
    box = Box.at(shop.chat());
  }

  @AfterAll
  void close() {
    Stream.of(shop, chromium).filter(thing -> thing != null).forEach(BrowserStoryTest::close);
  }

  @Test
  void a_newcomer_buys_in_the_chat_and_the_operator_sees_the_whole_story() {
    try (var window = chromium.window(1280, 800)) {
      var chat = chatOf(box.buyer("Ann", 1000), window);
      type(chat, "/buy");
      var bubble = bubble(chat, "Premium PDF Guide");
      assertThat(bubble).containsText("A complete PDF guide");
      assertThat(bubble.getByTestId("pay")).hasText("Pay ⭐ 50");

      bubble.getByTestId("pay").click();
      assertThat(chat.getByTestId("sheet")).containsText("Confirm Your Purchase");
      assertThat(chat.getByTestId("sheet-balance")).hasText("⭐ 1,000");
      chat.getByTestId("confirm").click();

      assertThat(chat.getByTestId("receipt")).containsText("Premium PDF Guide");
      assertThat(bubble(chat, "Here is your download link")).containsText("ord_");
      assertThat(bubble.getByTestId("pay")).hasCount(0);
      bubble.getByTestId("show-receipt").click();
      assertThat(chat.getByTestId("receipt-sheet")).containsText("Amount");

      seesTheOrder(window.newPage(), orderIn(bubble(chat, "Here is your").innerText()));
    }
  }

  @Test
  void a_second_payment_is_declined_in_the_shops_own_words() {
    try (var window = chromium.window(1280, 800)) {
      var bob = box.buyer("Bob", 100);
      var chat = chatOf(bob, window);
      buy(chat, "/buy", "Premium PDF Guide");
      assertThat(bubble(chat, "Here is your download link")).isVisible();

      var bubble = bubble(chat, "A complete PDF guide");
      bubble.getByLabel("More about this invoice").click();
      chat.getByTestId("pay-again").click();
      chat.getByTestId("confirm").click();

      assertThat(chat.getByTestId("sheet")).containsText("already been paid");
      assertThat(chat.getByTestId("refusal")).containsText("No Stars were taken");
      chat.getByTestId("cancel").click();
      assertThat(chat.getByTestId("sheet")).hasCount(0);
      assertThat(bob.stars()).isEqualTo(50);
    }
  }

  @Test
  void it_works_on_a_phone_and_nothing_sticks_out() {
    try (var window = chromium.window(360, 740)) {
      var chat = chatOf(box.buyer("Cid", 1000), window);
      fitsIn(chat);
      buy(chat, "/voucher", "Coffee Voucher");
      assertThat(bubble(chat, "DEMO-")).isVisible();
      fitsIn(chat);
      chat.getByTestId("back").click();
      assertThat(chat.getByTestId("chat-list")).isVisible();
      fitsIn(chat);

      var operator = window.newPage();
      operator.navigate(shop.page().toString());
      assertThat(operator.locator("h1")).hasText("Orders");
      fitsIn(operator);
    }
  }

  private void seesTheOrder(Page operator, String order) {
    operator.navigate(shop.page().toString());
    var row = operator.locator("tr", new Page.LocatorOptions().setHasText(order));
    assertThat(row).containsText("fulfilled");
    assertThat(row).containsText("⭐ 50");
    row.locator("a").click();
    assertThat(operator.locator("h1")).containsText("Premium PDF Guide");
    var history = operator.locator(".timeline");
    for (var step :
        List.of(
            "The buyer asked for an invoice",
            "The buyer opened the payment",
            "The Stars arrived",
            "The goods were handed over")) {
      assertThat(history).containsText(step);
    }
  }

  private Page chatOf(Buyer buyer, BrowserContext window) {
    var page = window.newPage();
    page.navigate(shop.chat() + "/#/" + buyer.id() + "/" + DEMO_BOT);
    assertThat(page.getByTestId("composer")).isVisible();
    return page;
  }

  private static void buy(Page chat, String command, String title) {
    type(chat, command);
    bubble(chat, title).getByTestId("pay").click();
    chat.getByTestId("confirm").click();
    assertThat(chat.getByTestId("receipt")).containsText(title);
  }

  private static void type(Page chat, String text) {
    chat.getByTestId("composer").fill(text);
    chat.getByTestId("send").click();
  }

  private static Locator bubble(Page chat, String text) {
    return chat.getByTestId("message").filter(new Locator.FilterOptions().setHasText(text));
  }

  private static void fitsIn(Page page) {
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as("nothing is wider than the window")
        .isEqualTo(true);
  }

  private static String orderIn(String text) {
    return PostMortem.ordersIn(text).getFirst();
  }

  private static void close(AutoCloseable thing) {
    try {
      thing.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
