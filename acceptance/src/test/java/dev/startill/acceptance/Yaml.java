package dev.startill.acceptance;

import java.net.URI;
import tools.jackson.databind.JsonNode;

/** The shop of the stories, as its operator would write it. */
final class Yaml {
  private Yaml() {}

  static String of(URI telegram) {
    return """
        telegram:
          token: ${BOT_TOKEN}
          api-url: %s
          updates: polling
          limits: { per-second: 0, per-chat-per-second: 0 }
        store:
          url: jdbc:sqlite:startill.db
        http: { port: 0 }
        shop:
          greeting: Welcome to the stories.
          support: Write to help@shop.example.
          terms: All sales are pretend.
        products:
          - id: premium-guide
            command: buy
            title: Premium PDF Guide
            description: A complete PDF guide on integrating payment APIs into bots.
            stars: 50
            deliver: { text: "Here it is: https://shop.example/guide.pdf (order {order})" }
          - id: book
            command: book
            title: A Book
            description: One chapter.
            stars: 20
            deliver: { file: guide.txt }
          - id: key
            command: key
            title: A Key
            description: One of one.
            stars: 30
            deliver: { codes: codes.txt }
        """
        .formatted(telegram);
  }

  /** A shop's file with its books in that database. */
  static String keptIn(Database database, String yaml) {
    return database.isServer()
        ? yaml.replace("jdbc:sqlite:startill.db", "'" + database.url() + "'")
        : yaml;
  }

  /** The same shop, which reads the statement every second and takes a second for a long time. */
  static String hasty(URI telegram) {
    return of(telegram) + "reconcile: { every: 1s, lag: 1s }\n";
  }

  /** The same shop, which reads the statement at its start and then not before tomorrow. */
  static String leisurely(URI telegram) {
    return of(telegram) + "reconcile: { every: 1d }\n";
  }

  /** Parameters of an invoice that somebody else's code could make. */
  static JsonNode invoice(String payload, String currency, int amount) {
    var parameters =
        Json.object()
            .put("title", "An invoice")
            .put("description", "Made by the bot's owner.")
            .put("payload", payload)
            .put("currency", currency);
    parameters.putArray("prices").addObject().put("label", "It").put("amount", amount);
    return parameters;
  }
}
