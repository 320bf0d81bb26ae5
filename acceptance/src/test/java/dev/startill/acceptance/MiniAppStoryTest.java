package dev.startill.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A Mini App in the sandbox's chat page: who opens it, what it may trust, how it sells. */
class MiniAppStoryTest {
  private Chromium chromium;
  private Box box;
  private MiniApp app;
  private Buyer ann;

  @BeforeEach
  void a_mini_app_behind_the_menu_button() {
    chromium = Chromium.open();
    box = Box.open();
    app = new MiniApp(box);
    app.isBehindTheMenuButton(app.link());
    ann = box.buyer("Ann", 80);
    ann.says("/start");
  }

  @AfterEach
  void close() {
    if (app != null) {
      app.close();
      box.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  @Test
  void it_knows_its_buyer_and_the_bot_can_check_that() {
    try (var window = chromium.window(1280, 860)) {
      var frame = opened(window.newPage());
      assertThat(frame.locator("#hello")).hasText("Hello Ann");
      assertThat(frame.locator("#checked")).hasText("genuine");
    }
  }

  @Test
  void it_opens_an_invoice_and_hears_how_it_was_closed() {
    try (var window = chromium.window(1280, 860)) {
      var page = window.newPage();
      var frame = opened(page);
      page.getByTestId("webapp-main").click();
      page.getByTestId("cancel").click();
      assertThat(frame.locator("#status")).hasText("true cancelled");
      assertThat(ann.stars()).isEqualTo(80);

      page.getByTestId("webapp-main").click();
      page.getByTestId("confirm").click();
      assertThat(frame.locator("#status")).hasText("true paid");
      assertThat(ann.stars()).isEqualTo(30);
    }
  }

  @Test
  void it_fills_a_phone_and_asks_before_it_closes() {
    try (var window = chromium.window(390, 780)) {
      var page = window.newPage();
      var frame = opened(page);
      assertThat(frame.locator("#hello")).isVisible();
      page.getByTestId("webapp-close").click();
      page.getByTestId("webapp-popup").getByText("Cancel").click();
      assertThat(page.getByTestId("webapp")).isVisible();
      page.getByTestId("webapp-close").click();
      page.getByTestId("webapp-popup").getByText("Close anyway").click();
      assertThat(page.getByTestId("webapp")).hasCount(0);
    }
  }

  private FrameLocator opened(Page page) {
    page.navigate(box.url() + "/#/" + ann.id() + "/" + Box.BOT);
    page.getByTestId("menu-button").click();
    assertThat(page.getByTestId("webapp-main")).hasText("Buy for 50 Stars");
    return page.frameLocator("[data-testid=webapp-frame]");
  }
}
