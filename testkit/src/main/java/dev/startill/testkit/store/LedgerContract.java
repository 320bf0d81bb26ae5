package dev.startill.testkit.store;

import static dev.startill.testkit.Fixtures.anOrder;
import static dev.startill.testkit.Fixtures.theSaleOf;
import static dev.startill.testkit.Fixtures.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startill.ledger.Account;
import dev.startill.ledger.Posting;
import dev.startill.ledger.Source;
import dev.startill.payment.ChargeId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Postings of no order are booked once, and balances are the sums of all that were booked. */
interface LedgerContract {
  /** Beyond what any store adds up at once. */
  int MANY = 10_050;

  /** The store under test. */
  Bench bench();

  @Test
  default void a_posting_of_no_order_is_booked_once() {
    var gift = new Posting(Account.GIFTS, Account.WORLD, 1, "line:WENT:g");
    var withdrawal = new Posting(Account.WITHDRAWALS, Account.FRAGMENT, 7, "line:WENT:w");

    assertThat(book(gift)).isEqualTo(1);
    assertThat(book(gift, withdrawal, withdrawal)).isEqualTo(1);

    assertThat(bench().books().balances())
        .containsEntry(Account.GIFTS, -1L)
        .containsEntry(Account.WORLD, 1L)
        .containsEntry(Account.WITHDRAWALS, -7L)
        .containsEntry(Account.FRAGMENT, 7L);
  }

  @Test
  default void what_a_sale_booked_is_not_booked_again() {
    var order = anOrder().paid();
    bench().commit(to(order).posting(theSaleOf(order)).done());

    assertThat(book(theSaleOf(order))).isZero();

    assertThat(bench().books().balances()).containsEntry(Account.SALES, 50_000_000_000L);
  }

  @Test
  default void what_was_booked_of_a_charge_is_found() {
    var charge = new ChargeId("f3");
    assertThat(bench().<List<Posting>>in(work -> work.postings(charge))).isEmpty();

    book(posting(2));
    book(posting(3));
    var back = posting(3).reversed(new Source(Source.Kind.REFUND, "f3").text());
    book(back);

    assertThat(bench().<List<Posting>>in(work -> work.postings(charge)))
        .containsExactlyInAnyOrder(posting(3), back);
  }

  @Test
  default void a_unit_sees_the_balances_that_it_changed() {
    var order = anOrder().paid();

    var balances =
        bench()
            .in(
                work -> {
                  bench().commit(work, to(order).posting(theSaleOf(order)).done());
                  return work.balances();
                });

    assertThat(balances).containsEntry(Account.SALES, 50_000_000_000L);
    assertThat(bench().books().balances()).containsEntry(Account.SALES, 50_000_000_000L);
  }

  @Test
  default void a_unit_that_throws_books_nothing() {
    assertThatThrownBy(
            () ->
                bench()
                    .run(
                        work -> {
                          work.book(List.of(posting(1)), bench().now());
                          throw new IllegalStateException("boom");
                        }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(bench().books().balances().values()).containsOnly(0L);
    assertThat(book(posting(1))).isEqualTo(1);
  }

  @Test
  default void balances_are_the_sums_of_all_postings_however_many() {
    var many = IntStream.rangeClosed(1, MANY).mapToObj(this::posting).toList();

    assertThat(bench().<Integer>in(work -> work.book(many, bench().now()))).isEqualTo(MANY);
    assertThat(book(posting(MANY + 1), posting(MANY))).isEqualTo(1);

    var sum = (MANY + 1L) * (MANY + 2L) / 2;
    assertThat(bench().books().balances())
        .containsEntry(Account.FOREIGN, sum)
        .containsEntry(Account.BUYER, -sum);
    assertThat(bench().<Map<Account, Long>>in(work -> work.balances()))
        .containsEntry(Account.FOREIGN, sum);
  }

  private int book(Posting... postings) {
    return bench().<Integer>in(work -> work.book(List.of(postings), bench().now()));
  }

  private Posting posting(int nanostars) {
    return new Posting(Account.BUYER, Account.FOREIGN, nanostars, "charge:f" + nanostars);
  }
}
