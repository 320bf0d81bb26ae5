package dev.startill.acceptance;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Looks at a shop that was killed, before it starts again: which steps of which sales did the kill
 * cut apart? What Telegram knows is compared with what the database kept.
 */
final class PostMortem {
  /** A place in the life of a sale where a kill found it. */
  enum Phase {
    BEFORE_THE_CHECKOUTS_COMMIT,
    AFTER_THE_CHECKOUTS_COMMIT,
    BEFORE_THE_CHARGES_COMMIT,
    AFTER_THE_CHARGES_COMMIT_BEFORE_THE_ACKNOWLEDGEMENT,
    AFTER_THE_ACKNOWLEDGEMENT_BEFORE_THE_SEND,
    AFTER_THE_SEND,
    BEFORE_THE_REFUNDS_EFFECT,
    AFTER_THE_REFUNDS_EFFECT_BEFORE_ITS_COMMIT,
    WHILE_THE_STATEMENT_IS_READ
  }

  private static final Pattern ORDER = Pattern.compile("ord_[0-9a-z]{26}");

  private final Box box;
  private final Database database;
  private final Set<String> answered = new HashSet<>();
  private final TelegramsBooks telegram;
  private long lastCall;
  private int inFlight;

  PostMortem(Box box, Database database) {
    this.box = box;
    this.database = database;
    this.telegram = new TelegramsBooks(box);
  }

  /** The phases in which this kill caught at least one sale. */
  Set<Phase> examine(List<Buyer> buyers) {
    noteAnswers();
    var updates = box.asBot("getUpdates", Json.object().put("limit", 100).put("timeout", 0));
    var approved = setOf("SELECT checkout FROM orders WHERE checkout IS NOT NULL");
    var booked = setOf("SELECT id FROM charge");
    var unsent =
        setOf("SELECT order_id FROM outbox WHERE kind = 'HAND_OVER' AND state = 'WAITING'");
    var phases = EnumSet.noneOf(Phase.class);
    var unacknowledged = new HashSet<String>();
    for (var update : updates) {
      look(update, approved, booked, phases, unacknowledged);
    }
    var inChats = ordersInChats(buyers, unsent);
    for (var order : unsent) {
      if (inChats.contains(order)) {
        phases.add(Phase.AFTER_THE_SEND);
      } else if (!unacknowledged.contains(order)) {
        phases.add(Phase.AFTER_THE_ACKNOWLEDGEMENT_BEFORE_THE_SEND);
      }
    }
    inFlight +=
        setOf("SELECT id FROM outbox WHERE kind = 'HAND_OVER' AND leased = 1 AND state = 'WAITING'")
            .size();
    lookAtRefunds(phases);
    lookAtTheReading(phases);
    return phases;
  }

  /**
   * How many goods, over all kills, were under way: each may have reached its chat unbeknown to the
   * database, and nothing else may come twice.
   */
  int inFlight() {
    return inFlight;
  }

  private void lookAtRefunds(Set<Phase> phases) {
    var begun =
        setOf(
            "SELECT charge FROM outbox WHERE kind = 'REFUND' AND leased = 1 AND state = 'WAITING'");
    if (!begun.isEmpty()) {
      var made = telegram.refunded();
      for (var charge : begun) {
        phases.add(
            made.contains(charge)
                ? Phase.AFTER_THE_REFUNDS_EFFECT_BEFORE_ITS_COMMIT
                : Phase.BEFORE_THE_REFUNDS_EFFECT);
      }
    }
  }

  /** A page that was asked for, and holds or would have held something, is not kept. */
  private void lookAtTheReading(Set<Phase> phases) {
    var calls = box.get("/sandbox/calls?method=getStarTransactions&last=1");
    if (calls.isEmpty()) {
      return;
    }
    var call = calls.get(0);
    var lines = call.path("response").path("result").path("transactions");
    var read = setOf("SELECT \"lines\" FROM statement").stream().mapToLong(Long::parseLong).sum();
    var something = call.get("status").asInt() == 0 || !lines.isEmpty();
    if (something && call.get("request").path("offset").asLong(0) >= read) {
      phases.add(Phase.WHILE_THE_STATEMENT_IS_READ);
    }
  }

  private void look(
      JsonNode update,
      Set<String> approved,
      Set<String> booked,
      Set<Phase> phases,
      Set<String> unacknowledged) {
    var checkout = update.path("pre_checkout_query").path("id").asString("");
    if (!checkout.isEmpty() && !answered.contains(checkout)) {
      phases.add(
          approved.contains(checkout)
              ? Phase.AFTER_THE_CHECKOUTS_COMMIT
              : Phase.BEFORE_THE_CHECKOUTS_COMMIT);
    }
    var payment = update.path("message").path("successful_payment");
    if (payment.isObject()) {
      unacknowledged.add(payment.get("invoice_payload").asString().substring("st:".length()));
      phases.add(
          booked.contains(payment.get("telegram_payment_charge_id").asString())
              ? Phase.AFTER_THE_CHARGES_COMMIT_BEFORE_THE_ACKNOWLEDGEMENT
              : Phase.BEFORE_THE_CHARGES_COMMIT);
    }
  }

  private void noteAnswers() {
    var calls = box.get("/sandbox/calls?method=answerPreCheckoutQuery&after=" + lastCall);
    for (var call : calls) {
      lastCall = call.get("seq").asLong();
      if (call.get("status").asInt() == 200) {
        answered.add(call.get("request").get("pre_checkout_query_id").asString());
      }
    }
  }

  private static Set<String> ordersInChats(List<Buyer> buyers, Set<String> wanted) {
    var found = new HashSet<String>();
    if (!wanted.isEmpty()) {
      for (var buyer : buyers) {
        buyer.reads().forEach(text -> found.addAll(ordersIn(text)));
      }
    }
    return found;
  }

  static List<String> ordersIn(String text) {
    return ORDER.matcher(text).results().map(found -> found.group()).toList();
  }

  private Set<String> setOf(String sql) {
    return new HashSet<>(database.rows(sql));
  }
}
