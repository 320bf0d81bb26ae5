package dev.startill.acceptance;

import java.net.URI;
import java.util.Map;

/**
 * The shop of the stories of several nodes: its common file, but for {@code {node}} and {@code
 * {port}}, and its Telegram, which brings one update in ten twice.
 *
 * @param database the URL that its nodes are given
 */
record NodesShop(Box box, String database) {
  private static final int EVERYTHING = 10_000_000;

  /** The shop on a sandbox of its own process, once that listens. */
  static NodesShop of(Shop sandbox, String database) {
    Until.holds("the sandbox is there", () -> !sandbox.addresses().isEmpty());
    var box = Box.at(sandbox.addresses().getFirst());
    box.post(
        "/sandbox/knobs", Json.object().put("history", EVERYTHING).put("chat_history", EVERYTHING));
    box.fault(Map.of("delivery", "*", "action", "duplicate", "percent", 10));
    return new NodesShop(box, database);
  }

  /** Its nodes ask for updates in turn. */
  String polling() {
    return Yaml.hasty(box.url())
            .replace("jdbc:sqlite:startill.db", "'" + database + "'")
            .replace("http: { port: 0 }", "http: { port: {port} }")
        + "node: { id: {node} }\n";
  }

  /** Telegram brings updates to this address. */
  String webhooks(URI url) {
    return polling()
        .replace(
            "updates: polling",
            "updates: webhook\n  webhook: { url: \"%s\", secret: %s }".formatted(url, Hook.SECRET));
  }

  /** What a node had in hand when it died is left to it for two minutes: let them be over. */
  static void forgetTheDead(Database database) {
    Until.holds(
        "nothing is in hand but of the dead",
        () ->
            database.count(
                    "SELECT count(*) FROM outbox WHERE state = 'WAITING' AND leased = 1"
                        + " AND changed_at > "
                        + (System.currentTimeMillis() - 3000) * 1000)
                == 0);
    database.change("UPDATE outbox SET due_at = changed_at WHERE state = 'WAITING' AND leased = 1");
  }
}
