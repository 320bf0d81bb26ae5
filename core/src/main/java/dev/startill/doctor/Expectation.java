package dev.startill.doctor;

import java.net.URI;

/** How a bot's updates are meant to come, as far as somebody says. Immutable. */
public sealed interface Expectation {
  /** In any way. */
  static Expectation either() {
    return new Either();
  }

  /** They are asked for, by {@code getUpdates}. */
  static Expectation polling() {
    return new Polled(Stage.BEGUN);
  }

  /** Telegram brings them to this address. */
  static Expectation webhook(URI url) {
    return new Brought(url, Stage.BEGUN);
  }

  /**
   * The same before a bot begins: nobody of ours takes updates now. Where they are to be asked for,
   * the doctor asks for four seconds itself, without acknowledging any, to see whether somebody
   * else does.
   */
  default Expectation notBegun() {
    return at(Stage.NOT_BEGUN);
  }

  /** The same before a server begins, which sets right by itself how they come. */
  default Expectation leftToServer() {
    return at(Stage.LEFT_TO_SERVER);
  }

  /** How far it is. */
  Stage stage();

  /** The same at another stage. */
  Expectation at(Stage stage);

  /** How far a bot is. */
  enum Stage {
    /** It should be so by now. */
    BEGUN,
    /** Nobody of ours takes updates now. */
    NOT_BEGUN,
    /** The same, and who begins sets right what is otherwise, the commands as well. */
    LEFT_TO_SERVER
  }

  /** Nobody said. */
  record Either() implements Expectation {
    @Override
    public Stage stage() {
      return Stage.BEGUN;
    }

    @Override
    public Expectation at(Stage stage) {
      return this;
    }
  }

  /** They are asked for. */
  record Polled(Stage stage) implements Expectation {
    @Override
    public Expectation at(Stage other) {
      return new Polled(other);
    }
  }

  /**
   * Telegram brings them.
   *
   * @param url where to
   */
  record Brought(URI url, Stage stage) implements Expectation {
    @Override
    public Expectation at(Stage other) {
      return new Brought(url, other);
    }
  }
}
