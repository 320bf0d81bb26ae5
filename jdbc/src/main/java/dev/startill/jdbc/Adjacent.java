package dev.startill.jdbc;

import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes one of neighbours that belong together: the rows of a join, where they come one after the
 * other. For one thread.
 */
final class Adjacent<T> implements Consumer<T> {
  private final BiPredicate<T, T> together;
  private final BinaryOperator<T> both;
  private final Consumer<? super T> each;
  private @Nullable T open;

  Adjacent(BiPredicate<T, T> together, BinaryOperator<T> both, Consumer<? super T> each) {
    this.together = together;
    this.both = both;
    this.each = each;
  }

  @Override
  public void accept(T next) {
    var before = open;
    if (before != null && together.test(before, next)) {
      open = both.apply(before, next);
      return;
    }
    end();
    open = next;
  }

  /** Gives the last one. */
  void end() {
    var last = open;
    if (last != null) {
      open = null;
      each.accept(last);
    }
  }
}
