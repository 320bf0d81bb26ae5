package dev.startill.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What Telegram itself says of the bot's Stars: the statement and the balance, by the bot's own
 * calls.
 */
record TelegramsBooks(Box box) {
  private static final int PAGE = 100;

  /**
   * A line of the statement.
   *
   * @param id the charge's, of a refund too
   * @param came whether the Stars came; else they went
   * @param stars how many
   * @param payload of the invoice; empty where there is none
   */
  record Line(String id, boolean came, long stars, String payload) {
    boolean isOurs() {
      return payload.startsWith("st:");
    }

    /** As the shop's database keeps it. */
    String row() {
      return id + "|" + (came ? "CAME" : "WENT");
    }
  }

  /** Oldest first. */
  List<Line> lines() {
    var lines = new ArrayList<Line>();
    while (true) {
      var page =
          box.asBot(
                  "getStarTransactions",
                  Json.object().put("offset", lines.size()).put("limit", PAGE))
              .get("transactions");
      page.forEach(line -> lines.add(read(line)));
      if (page.size() < PAGE) {
        return lines;
      }
    }
  }

  /** The charges that Telegram took for us. */
  Set<String> charged() {
    return ids(line -> line.came() && line.isOurs());
  }

  /** Those of them that it sent back. */
  Set<String> refunded() {
    return ids(line -> !line.came() && line.isOurs());
  }

  /**
   * The charges whose payments a poller left behind it by asking for what comes after them: nobody
   * will be given them again. As far back as the sandbox remembers calls.
   */
  Set<String> acknowledged() {
    var polls = box.calls("getUpdates");
    var next = polls.valueStream().mapToLong(TelegramsBooks::offset).max().orElse(0);
    return polls
        .valueStream()
        .flatMap(poll -> poll.path("response").path("result").valueStream())
        .filter(update -> update.get("update_id").asLong() < next)
        .map(update -> update.path("message").path("successful_payment"))
        .filter(JsonNode::isObject)
        .map(payment -> payment.get("telegram_payment_charge_id").asString())
        .collect(Collectors.toSet());
  }

  long nanostars() {
    var balance = box.asBot("getMyStarBalance", Json.object());
    return balance.get("amount").asLong() * 1_000_000_000
        + balance.path("nanostar_amount").asLong(0);
  }

  private Set<String> ids(Predicate<Line> wanted) {
    return lines().stream().filter(wanted).map(Line::id).collect(Collectors.toSet());
  }

  private static long offset(JsonNode poll) {
    return poll.get("request").path("offset").asLong(0);
  }

  private static Line read(JsonNode line) {
    var came = line.has("source");
    var partner = line.get(came ? "source" : "receiver");
    return new Line(
        line.get("id").asString(),
        came,
        line.get("amount").asLong(),
        partner.path("invoice_payload").asString(""));
  }
}
