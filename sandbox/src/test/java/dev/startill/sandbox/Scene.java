package dev.startill.sandbox;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** How a row's error is provoked: in which sandbox, by which calls. Each answer is compared. */
record Scene(
    UnaryOperator<Sandbox.Builder> wish, BiFunction<Stage, ErrorRow, List<Client.Answer>> play) {

  /** One call. */
  static Scene of(Function<Stage, Client.Answer> play) {
    return new Scene(wish -> wish, (stage, row) -> List.of(play.apply(stage)));
  }

  /** One call in another sandbox. */
  static Scene in(UnaryOperator<Sandbox.Builder> wish, Function<Stage, Client.Answer> play) {
    return new Scene(wish, (stage, row) -> List.of(play.apply(stage)));
  }

  /** The same call with each method of the row. */
  static Scene each(BiFunction<Stage, String, Client.Answer> play) {
    return new Scene(
        wish -> wish,
        (stage, row) -> row.methods().stream().map(method -> play.apply(stage, method)).toList());
  }
}
