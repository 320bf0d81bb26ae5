package dev.startill.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The sandbox's own page beyond a single sale: its panel, buyers side by side, Stars, channels. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChatPageStoryTest {
  private static final int MONTH = 2_592_000;

  private Chromium chromium;
  private BrowserContext window;
  private Box box;
  private Till till;

  @BeforeAll
  void open() {
    chromium = Chromium.open();
  }

  @AfterAll
  void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void a_bot_and_a_window() {
    box = Box.open();
    till = new Till(box);
    window = chromium.window(1280, 800);
  }

  @AfterEach
  void shut() {
    window.close();
    box.close();
  }

  @Test
  void the_panel_shows_what_the_bot_calls_as_it_calls() {
    var ann = box.buyer("Ann", 100).says("hi");
    var page = chatOf(ann);
    page.getByTestId("panel-toggle").click();
    till.says(ann, "<b>not bold</b>");
    till.refused(ann);
    ann.says("seen by the bot");

    var call = calls(page, "sendMessage").first();
    assertThat(call).containsText("<b>not bold</b>");
    call.locator("summary").first().click();
    assertThat(call.locator(".json").first()).containsText("chat_id");
    assertThat(call.locator(".json").nth(1)).containsText("message_id");

    page.getByTestId("journal-errors").check();
    assertThat(page.getByTestId("call")).hasCount(1);
    assertThat(page.getByTestId("call")).containsText("400");
    page.getByTestId("journal-errors").uncheck();
    page.getByTestId("journal-filter").fill("message");
    assertThat(page.getByTestId("update")).containsText("queued");

    page.reload();
    assertThat(page.getByTestId("panel")).isVisible();
    assertThat(calls(page, "sendMessage").first()).containsText("<b>not bold</b>");
    page.keyboard().press("Control+Backquote");
    assertThat(page.getByTestId("panel")).hasCount(0);
  }

  @Test
  void time_is_moved_on_the_panel() {
    var page = chatOf(box.buyer("Ann", 100).says("hi"));
    page.getByTestId("panel-toggle").click();
    page.getByTestId("advance-P30D").click();
    assertThat(page.getByTestId("clock-ahead")).hasText("30 days ahead");
    page.getByTestId("advance-free").fill("1 day 2 h");
    page.getByTestId("advance-free").press("Enter");
    assertThat(page.getByTestId("clock-ahead")).hasText("31 days 2 hours ahead");
    var now = Instant.parse(box.get("/sandbox/clock").path("now").asString());
    assertThat(Duration.between(Instant.now(), now).toHours()).isBetween(745L, 746L);
  }

  @Test
  void a_fault_is_armed_seen_and_taken_away() {
    var ann = box.buyer("Ann", 100).says("hi");
    var page = chatOf(ann);
    page.getByTestId("panel-toggle").click();
    page.getByTestId("tab-faults").click();
    var preset = new Locator.FilterOptions().setHasText("Too many requests");
    page.getByTestId("preset").filter(preset).click();
    assertThat(page.getByTestId("fault")).containsText("answers 429, retry after 3 s");
    var refused = box.callAsBot("sendMessage", till.message(ann, "late"));
    assertThat(refused.status()).isEqualTo(429);

    var form = page.getByTestId("fault-form");
    form.getByLabel("Method").fill("getMe");
    form.getByLabel("Times").fill("2");
    page.getByTestId("arm").click();
    var mine = page.getByTestId("fault").filter(new Locator.FilterOptions().setHasText("getme"));
    assertThat(mine).containsText("2 times");
    mine.getByTestId("remove-fault").click();
    assertThat(mine).hasCount(0);
    assertThat(box.callAsBot("getMe", Json.object()).status()).isEqualTo(200);
  }

  @Test
  void two_buyers_sit_side_by_side() {
    var ann = box.buyer("Ann", 100).says("from Ann");
    var bob = box.buyer("Bob", 200).says("from Bob");
    var page = chatOf(ann);
    page.getByTestId("beside").last().click();
    var columns = page.locator(".column");
    assertThat(columns).hasCount(2);
    assertThat(columns.nth(1)).containsText("from Bob");
    till.says(ann, "to Ann");
    till.says(bob, "to Bob");
    assertThat(columns.nth(0)).containsText("to Ann");
    assertThat(columns.nth(1)).containsText("to Bob");
    columns.nth(1).getByTestId("composer").fill("again");
    columns.nth(1).getByTestId("composer").press("Enter");
    assertThat(columns.nth(1).getByTestId("message").last()).containsText("again");
    assertThat(columns.nth(0)).not().containsText("again");

    page.reload();
    assertThat(page.locator(".column")).hasCount(2);
    page.locator(".column").nth(0).getByTestId("close-column").click();
    assertThat(page.locator(".column")).hasCount(1);
    assertThat(page.locator(".column")).containsText("from Bob");
  }

  @Test
  void a_subscription_is_read_paid_seen_and_ended() {
    var ann = box.buyer("Ann", 500).says("hi");
    var page = chatOf(ann);
    till.says(ann, "Join: " + till.link("The Club", 200, MONTH));
    page.getByTestId("log").getByRole(AriaRole.LINK).click();
    assertThat(page.getByTestId("sheet")).containsText("subscribe to The Club in");
    assertThat(page.getByTestId("confirm")).hasText("Subscribe for ⭐ 200 / month");
    page.getByTestId("confirm").click();
    till.approves();
    assertThat(page.getByTestId("receipt")).containsText("You subscribed for The Club");

    page.getByTestId("my-stars-open").click();
    assertThat(page.getByTestId("my-balance")).containsText("300");
    assertThat(page.getByTestId("transaction").first()).containsText("−200");
    var plan = page.getByTestId("subscription");
    assertThat(plan).containsText("Renews on");
    page.getByTestId("cancel-subscription").click();
    assertThat(plan).containsText("Cancelled. Ends on");
    page.getByTestId("restore-subscription").click();
    assertThat(plan).containsText("Renews on");
    page.getByTestId("add-1000").click();
    assertThat(page.getByTestId("my-balance")).containsText("1,300");
    box.advance(Duration.ofDays(31));
    assertThat(page.getByTestId("my-balance")).containsText("1,100");
  }

  @Test
  void a_keyboard_of_the_bot_is_pressed_and_taken_away() {
    var ann = box.buyer("Ann", 100).says("hi");
    var page = chatOf(ann);
    var keys = Json.object().put("input_field_placeholder", "Which?");
    keys.putArray("keyboard").addArray().add("Tea").add("Coffee");
    till.says(ann, "Choose", keys);
    var keyboard = page.getByTestId("keyboard");
    assertThat(keyboard).isVisible();
    assertThat(page.getByTestId("composer")).hasAttribute("placeholder", "Which?");
    keyboard.getByText("Coffee").click();
    assertThat(page.getByTestId("message").last()).containsText("Coffee");
    till.says(ann, "Done", Json.object().put("remove_keyboard", true));
    assertThat(keyboard).not().isVisible();
  }

  @Test
  void what_is_edited_and_deleted_changes_without_a_reload() {
    var ann = box.buyer("Ann", 100).says("hi");
    var page = chatOf(ann);
    long first = till.says(ann, "First").get("message_id").asLong();
    assertThat(page.getByTestId("log")).containsText("First");
    var edit = Json.object().put("chat_id", ann.id()).put("message_id", first);
    box.asBot("editMessageText", edit.put("text", "Second"));
    assertThat(page.getByTestId("log")).containsText("Second");
    assertThat(page.getByTestId("log")).containsText("edited");
    box.asBot("deleteMessage", Json.object().put("chat_id", ann.id()).put("message_id", first));
    assertThat(page.getByTestId("log")).not().containsText("Second");
  }

  @Test
  void a_channel_is_joined_by_its_link_and_read() {
    var ann = box.buyer("Ann", 100).says("hi");
    var bob = box.buyer("Bob", 100).says("hi");
    var channel = till.channel("Star News", ann);
    var page = chatOf(bob);
    till.says(bob, "Read " + till.invite(channel));
    page.getByTestId("log").getByText("https://t.me/+").click();
    page.getByTestId("join-free").click();
    var row = page.getByTestId("chat").filter(new Locator.FilterOptions().setHasText("Star News"));
    assertThat(row).isVisible();
    till.post(channel, "Stars are up");
    assertThat(page.getByTestId("log")).containsText("Stars are up");
    assertThat(page.getByTestId("composer")).not().isVisible();
    assertThat(page.getByText("Only its administrators post")).isVisible();
  }

  @Test
  void on_a_phone_the_panel_covers_the_page_and_columns_are_tabs() {
    try (var phone = chromium.window(390, 844)) {
      var ann = box.buyer("Ann", 100).says("hi");
      var bob = box.buyer("Bob", 100).says("hi");
      var page = phone.newPage();
      var both = "/#/" + ann.id() + "/" + Box.BOT + "+" + bob.id() + "/" + Box.BOT;
      page.navigate(box.url() + both);
      assertThat(page.getByTestId("column-tab")).hasCount(2);
      page.getByTestId("column-tab").nth(1).getByRole(AriaRole.BUTTON).first().click();
      assertThat(page.locator(".column.active")).hasAttribute("aria-label", "Bob with Shop 4242");
      page.locator(".column.active").getByLabel("More").click();
      page.getByTestId("panel-menu").click();
      assertThat(page.getByTestId("panel").boundingBox().width).isEqualTo(390);
      page.getByTestId("tab-faults").click();
      assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .isEqualTo(true);
      page.getByTestId("close-panel").click();
      assertThat(page.getByTestId("panel")).hasCount(0);
    }
  }

  private Page chatOf(Buyer buyer) {
    var page = window.newPage();
    page.navigate(box.url() + "/#/" + buyer.id() + "/" + Box.BOT);
    assertThat(page.getByTestId("composer")).isVisible();
    return page;
  }

  private static Locator calls(Page page, String method) {
    return page.locator("[data-testid=call][data-name=" + method + "]");
  }
}
