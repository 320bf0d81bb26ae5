package dev.startill.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.ledger.Account;
import dev.startill.money.Stars;
import dev.startill.payment.ChargeId;
import dev.startill.sandbox.Sandbox;
import dev.startill.sandbox.testing.Message;
import dev.startill.testkit.InMemoryStore;
import dev.startill.testkit.junit.StartillSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the guide to testing a bot shows. */
@StartillSandbox
class GuideShopTest {
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  private GuideShop shop;

  @BeforeEach
  void open(Sandbox telegram, InMemoryStore store) {
    shop = new GuideShop(telegram.url(), telegram.token(), store, telegram.clock());
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void a_payment_told_twice_is_one_sale(Sandbox telegram, InMemoryStore store) {
    var ann = telegram.buyer("Ann").withStars(100);
    telegram.duplicate("successful_payment").once();
    ann.sends("/buy");
    ann.pays();
    ann.reads("guide.pdf");
    ann.sends("/buy");
    ann.waitsFor("another invoice", Message::isInvoice);

    assertThat(telegram.calls("sendMessage")).hasSize(1);
    assertThat(store.balances()).containsEntry(Account.SALES, new Stars(50).toNanos());
  }

  @Test
  void a_refund_whose_answer_is_lost_is_made_once(Sandbox telegram) {
    var ann = telegram.buyer("Ann").withStars(100);
    ann.sends("/buy");
    var charge = ann.pays().charge();
    ann.reads("guide.pdf");
    telegram.fail("refundStarPayment").afterEffect().dropping().once();
    shop.startill().refund(new ChargeId(charge), "not what she expected");

    ann.waitsFor("her Stars", message -> message.has("refunded_payment"));
    assertThat(ann.stars()).isEqualTo(100);
  }

  @Test
  void the_guide_shows_these_lines() throws IOException {
    var guide = Files.readString(Project.root().resolve("docs/guides/test-your-java-bot.md"));
    var blocks = JAVA.matcher(guide).results().map(found -> found.group(1)).toList();
    var sources =
        List.of(
            "acceptance/src/test/java/dev/startill/acceptance/GuideShopTest.java",
            "acceptance/src/test/java/dev/startill/acceptance/InvoiceTest.java",
            "testkit/src/test/java/com/example/store/WatchedStoreTest.java");
    assertThat(blocks).hasSameSizeAs(sources);
    for (var i = 0; i < blocks.size(); i++) {
      var source = Files.readString(Project.root().resolve(sources.get(i)));
      assertThat(linesOf(source)).containsAll(linesOf(blocks.get(i)));
    }
  }

  private static List<String> linesOf(String text) {
    return text.lines().map(String::strip).toList();
  }
}
