package dev.startill.benchmarks.run;

import java.util.List;

/** What can be measured at once; parts share what both of them need. */
enum Part {
  /** Bots beside one another. */
  COMPARE("polling:128,webhook:128,polling:16:40ms"),
  /** How a server begins and rests. */
  START("polling:128:0ms:0%:10s"),
  /** Several nodes beside one, on the same database. */
  NODES("webhook:128");

  private final String scenarios;

  Part(String scenarios) {
    this.scenarios = scenarios;
  }

  /** In which scenarios, where nobody names others. */
  List<Scenario> scenarios() {
    return Options.words(scenarios).map(Scenario::of).toList();
  }

  /** Whose part it is, where nobody names others. */
  boolean has(Contestant bot, Scenario scenario) {
    var books = bot.needs().books();
    return switch (this) {
      case COMPARE ->
          bot.needs().nodes() == 1
              && books != Books.Kind.MARIADB
              && (books == Books.Kind.FILE || scenario.roundTrip().isZero());
      case START -> bot.name().equals(Contestants.STARTILL);
      case NODES -> books == Books.Kind.POSTGRESQL;
    };
  }
}
