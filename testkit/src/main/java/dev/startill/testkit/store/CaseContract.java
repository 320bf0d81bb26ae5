package dev.startill.testkit.store;

import static dev.startill.testkit.Fixtures.anOrder;
import static dev.startill.testkit.Fixtures.to;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.payment.CaseReason;
import dev.startill.port.Books.CaseLine;
import dev.startill.port.CaseId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Cases about the bot itself, and how cases end. */
interface CaseContract {
  /** The store under test. */
  Bench bench();

  @Test
  default void a_case_about_the_bot_is_open_once() {
    assertThat(raise(CaseReason.BALANCE_DIFFERS, "7 less")).isTrue();
    assertThat(raise(CaseReason.BALANCE_DIFFERS, "8 less")).isFalse();
    assertThat(raise(CaseReason.STATEMENT_SHRANK, "at line 5")).isTrue();

    var cases = bench().books().cases(9);
    assertThat(cases).hasSize(2);
    assertThat(cases)
        .filteredOn(line -> line.reason() == CaseReason.BALANCE_DIFFERS)
        .containsExactly(
            new CaseLine(
                idOf(CaseReason.BALANCE_DIFFERS),
                CaseReason.BALANCE_DIFFERS,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                bench().now(),
                "7 less",
                Optional.empty(),
                ""));
  }

  @Test
  default void a_case_about_the_bot_is_lowered_and_may_be_raised_again() {
    raise(CaseReason.BALANCE_DIFFERS, "7 less");
    var id = idOf(CaseReason.BALANCE_DIFFERS);
    var end = bench().advance(Duration.ofMinutes(5));

    assertThat(lower(CaseReason.STATEMENT_SHRANK)).isFalse();
    assertThat(lower(CaseReason.BALANCE_DIFFERS)).isTrue();
    assertThat(lower(CaseReason.BALANCE_DIFFERS)).isFalse();

    assertThat(bench().books().cases(9)).isEmpty();
    var closed = bench().books().caseOf(id).orElseThrow();
    assertThat(closed.closed()).contains(end);
    assertThat(closed.how()).isEqualTo("it agrees again");
    assertThat(raise(CaseReason.BALANCE_DIFFERS, "9 less")).isTrue();
  }

  @Test
  default void lowering_leaves_cases_about_orders_alone() {
    var order = anOrder().paid();
    bench().commit(to(order).opening(CaseReason.BALANCE_DIFFERS).done());

    assertThat(lower(CaseReason.BALANCE_DIFFERS)).isFalse();

    assertThat(bench().books().cases(9)).hasSize(1);
  }

  @Test
  default void a_person_closes_a_case_and_says_how() {
    var order = anOrder().paid();
    bench().commit(to(order).opening(CaseReason.FULFILMENT_FAILED).saying("no power").done());
    var open = bench().books().cases(9).getFirst();
    assertThat(bench().<List<CaseLine>>in(work -> work.caseOf(open.id()).stream().toList()))
        .containsExactly(open);
    var end = bench().advance(Duration.ofMinutes(5));

    assertThat(resolve(open.id())).isTrue();
    assertThat(resolve(open.id())).isFalse();

    var closed =
        new CaseLine(
            open.id(),
            open.reason(),
            open.order(),
            open.charge(),
            open.buyer(),
            open.since(),
            "no power",
            Optional.of(end),
            "sent by hand");
    assertThat(bench().<List<CaseLine>>in(work -> work.caseOf(open.id()).stream().toList()))
        .containsExactly(closed);
    assertThat(bench().books().caseOf(open.id())).contains(closed);
    assertThat(bench().books().story(order.id()).orElseThrow().cases()).isEmpty();
  }

  @Test
  default void a_case_that_settled_itself_says_nothing_of_how() {
    var order = anOrder().paid();
    bench().commit(to(order).opening(CaseReason.BUYER_UNREACHABLE).done());
    var id = idOf(CaseReason.BUYER_UNREACHABLE);

    bench().commit(to(order).closing(CaseReason.BUYER_UNREACHABLE).done());

    var closed = bench().books().caseOf(id).orElseThrow();
    assertThat(closed.closed()).contains(bench().now());
    assertThat(closed.how()).isEmpty();
  }

  @Test
  default void a_case_that_nobody_knows_is_not_closed() {
    var nobody = new CaseId("case_nobody");

    assertThat(resolve(nobody)).isFalse();
    assertThat(bench().books().caseOf(nobody)).isEmpty();
    assertThat(bench().<Boolean>in(work -> work.caseOf(nobody).isPresent())).isFalse();
  }

  private boolean raise(CaseReason reason, String detail) {
    return bench().<Boolean>in(work -> work.raise(reason, detail, bench().now()));
  }

  private boolean lower(CaseReason reason) {
    return bench().<Boolean>in(work -> work.lower(reason, "it agrees again", bench().now()));
  }

  private boolean resolve(CaseId id) {
    return bench().<Boolean>in(work -> work.resolve(id, "sent by hand", bench().now()));
  }

  private CaseId idOf(CaseReason reason) {
    return bench().books().cases(9).stream()
        .filter(line -> line.reason() == reason)
        .findFirst()
        .orElseThrow()
        .id();
  }
}
