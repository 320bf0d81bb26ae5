package dev.startill.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.Desk;
import dev.startill.RefundAnswer;
import dev.startill.payment.CaseReason;
import dev.startill.payment.ChargeId;
import dev.startill.payment.Resolution;
import dev.startill.port.Books.CaseLine;
import dev.startill.port.Books.DeadLetter;
import dev.startill.port.Fulfilment;
import dev.startill.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A message that cannot leave becomes a dead letter and holds up nobody; mended, it leaves once.
 */
class PoisonedMessageStoryTest {
  private static final int OTHERS = 20;

  @TempDir Path folder;
  private Box box;
  private JavaShop shop;
  private final Hands hands = new Hands();

  @BeforeEach
  void open() {
    box = Box.open();
    shop = new JavaShop(folder, box, impatient(), hands);
  }

  @AfterEach
  void close() {
    shop.close();
    box.close();
  }

  @Test
  void a_handler_that_fails_for_one_holds_up_nobody_and_mended_it_hands_over() {
    hands.broken = true;
    var ann = box.buyer("Ann", 1000);
    ann.pays(ann.asks("/course"));
    othersAreServed();
    var letter = Until.some("it is given up", () -> letters().stream().findFirst());
    assertThat(letter.because()).contains("no paper");
    assertThat(cases()).containsExactly(CaseReason.FULFILMENT_FAILED);
    hands.broken = false;
    assertThat(shop.desk().replay(letter.id())).isEqualTo(Desk.Answer.DONE);
    Until.holds("it is handed over", () -> hands.log.contains("handed over"));
    Until.holds("nobody has to look any more", () -> cases().isEmpty() && letters().isEmpty());
    assertThat(hands.log).containsOnlyOnce("handed over");
    assertThat(shop.desk().replay(letter.id())).isNotEqualTo(Desk.Answer.DONE);
  }

  @Test
  void goods_that_telegram_never_takes_are_given_up_at_once_and_the_stars_can_go_back() {
    var ann = box.buyer("Ann", 1000);
    ann.pays(ann.asks("/novel"));
    var letter = Until.some("it is given up", () -> letters().stream().findFirst());
    othersAreServed();
    assertThat(shop.desk().replay(letter.id())).isEqualTo(Desk.Answer.DONE);
    var again =
        Until.some(
            "and given up again",
            () -> letters().stream().filter(l -> !l.id().equals(letter.id())).findFirst());
    assertThat(again.because()).contains("longer than");
    var line = shop.books().cases(9).stream().map(CaseLine::id).findFirst().orElseThrow();
    assertThat(shop.desk().resolve(line, Resolution.REFUND, "too long"))
        .isEqualTo(Desk.Answer.DONE);
    Until.holds("the Stars are back", () -> ann.stars() == 1000);
    Until.holds("nobody has to look any more", () -> cases().isEmpty());
  }

  @Test
  void messages_of_one_order_leave_in_their_order_however_long_the_first_takes() {
    hands.slow = true;
    var ann = box.buyer("Ann", 1000);
    var charge = ann.pays(ann.asks("/course")).get("charge_id").asString();
    Until.holds("it is being handed over", () -> hands.log.contains("begun"));
    assertThat(shop.startill().refund(new ChargeId(charge), "changed her mind"))
        .isEqualTo(RefundAnswer.REQUESTED);
    othersAreServed();
    assertThat(hands.log).containsExactly("begun");
    assertThat(box.calls("refundStarPayment")).isEmpty();
    hands.slow = false;
    Until.holds("the Stars are back", () -> ann.stars() == 1000);
    assertThat(hands.log).containsExactly("begun", "handed over", "revoked before the refund");
  }

  private void othersAreServed() {
    for (var i = 0; i < OTHERS; i++) {
      var bob = box.buyer("Bob " + i, 1000);
      bob.pays(bob.asks("/guide"));
      bob.awaits("Your guide");
    }
  }

  private List<DeadLetter> letters() {
    return shop.books().deadLetters(9);
  }

  private List<CaseReason> cases() {
    return shop.books().cases(9).stream().map(CaseLine::reason).toList();
  }

  /** The defaults, for whoever gives up after three quick attempts. */
  private static Settings impatient() {
    var usual = Settings.defaults();
    return new Settings(
        usual.hold(),
        usual.orderValidity(),
        usual.checkoutDeadline(),
        usual.lease(),
        usual.fulfilmentTimeout(),
        usual.joinedHandler(),
        Duration.ofMillis(20),
        Duration.ofMillis(50),
        3,
        usual.deliveries(),
        usual.claim(),
        usual.poll(),
        true,
        usual.retention(),
        usual.refunds(),
        usual.reconciling());
  }

  /** The merchant's handler, which somebody breaks and mends. */
  private final class Hands implements Fulfilment {
    private final ConcurrentLinkedQueue<String> log = new ConcurrentLinkedQueue<>();
    private volatile boolean broken;
    private volatile boolean slow;

    @Override
    public void fulfil(Purchase purchase) {
      if (broken) {
        throw new IllegalStateException("no paper in the printer");
      }
      if (slow) {
        log.add("begun");
        Until.holds("it is quick again", () -> !slow);
      }
      log.add("handed over");
    }

    @Override
    public void revoke(Purchase purchase) {
      log.add(
          box.calls("refundStarPayment").isEmpty()
              ? "revoked before the refund"
              : "revoked after the refund");
    }
  }
}
