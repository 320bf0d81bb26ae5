package dev.startill.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.money.Stars;
import dev.startill.party.BotId;
import dev.startill.port.Checkup.Identity;
import dev.startill.port.Reply;
import dev.startill.port.TelegramException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What Telegram says of a bot. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LineTest {
  private static final Instant ASKED = Instant.parse("2026-11-22T12:00:00.700Z");
  private static final Instant HEARD = ASKED.plusMillis(50);
  private static final String PLACE = "api.telegram.org:443";

  @Test
  void a_bot_that_answers_is_well() {
    assertThat(Line.known(PLACE, bot(false)))
        .containsExactly(
            new Finding.Well(
                Subject.TELEGRAM, "api.telegram.org:443 answers as @shop_bot, bot 7."));
  }

  @Test
  void topics_cost_money() {
    assertThat(ills(Line.known(PLACE, bot(true)))).containsExactly(Ailment.TOPICS_COST);
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of(new Reply.Refused(401, "Unauthorized"), Ailment.TOKEN_REFUSED),
        Arguments.of(new Reply.Refused(404, "Not Found"), Ailment.TOKEN_REFUSED),
        Arguments.of(new Reply.Refused(400, "Bad Request"), Ailment.TELEGRAM_UNREACHED),
        Arguments.of(new Reply.Later(Duration.ofSeconds(3)), Ailment.TELEGRAM_UNREACHED),
        Arguments.of(new Reply.Unsent("no route"), Ailment.TELEGRAM_UNREACHED),
        Arguments.of(new Reply.Unknown("502"), Ailment.TELEGRAM_UNREACHED));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void a_refused_token_is_told_from_a_silent_telegram(Reply reply, Ailment ailment) {
    var finding = Line.unknown(PLACE, new TelegramException("It did not say", reply));
    assertThat(finding).isEqualTo(ailment.found("api.telegram.org:443: It did not say."));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T12:00:00Z, true",
    "2026-11-22T12:00:30Z, true",
    "2026-11-22T12:00:31Z, false",
    "2026-11-22T11:59:30Z, true",
    "2026-11-22T11:59:29Z, false"
  })
  void clocks_may_differ_by_half_a_minute(Instant told, boolean agree) {
    assertThat(Line.clock(ASKED, told, HEARD).severity() == Severity.OK).isEqualTo(agree);
  }

  @Test
  void how_far_a_clock_is_off_is_told_with_the_side() {
    assertThat(Line.clock(ASKED, ASKED.minusSeconds(600), HEARD).what())
        .isEqualTo("It is 599 s ahead of Telegram's.");
    assertThat(Line.clock(ASKED, HEARD.plusSeconds(600), HEARD).what())
        .isEqualTo("It is 600 s behind Telegram's.");
  }

  /** Telegram may take its time: what it says was true at some moment between. */
  @Test
  void a_slow_answer_is_no_wrong_clock() {
    assertThat(Line.clock(ASKED, ASKED.plusSeconds(300), ASKED.plusSeconds(600)).severity())
        .isEqualTo(Severity.OK);
  }

  @Test
  void a_negative_balance_is_found() {
    assertThat(Line.balance(-50 * Stars.NANOS_PER_STAR))
        .isEqualTo(
            Ailment.BALANCE_NEGATIVE.found(
                "Telegram holds -50 Stars: buyers took back more than there was."));
    assertThat(Line.balance(0))
        .isEqualTo(new Finding.Well(Subject.BALANCE, "Telegram holds 0 Stars."));
  }

  @Test
  void telegram_asks_two_commands_of_every_seller() {
    assertThat(ills(Line.commands(Set.of("start", "paysupport", "terms")))).isEmpty();
    assertThat(ills(Line.commands(Set.of("terms")))).containsExactly(Ailment.SUPPORT_UNLISTED);
    assertThat(ills(Line.commands(Set.of("paysupport")))).containsExactly(Ailment.TERMS_UNLISTED);
    assertThat(ills(Line.commands(Set.of())))
        .containsExactly(Ailment.SUPPORT_UNLISTED, Ailment.TERMS_UNLISTED);
  }

  private static Identity bot(boolean hasTopics) {
    return new Identity(new BotId(7), "@shop_bot", hasTopics, Optional.empty());
  }

  private static List<Ailment> ills(List<Finding> findings) {
    return new Diagnosis(findings).ills().stream().map(Finding.Ill::ailment).toList();
  }
}
