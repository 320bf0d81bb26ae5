package dev.startill.telegram.http;

import com.sun.net.httpserver.HttpExchange;
import dev.startill.testkit.ScriptedBotApi;
import dev.startill.testkit.ScriptedBotApi.Call;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * getUpdates as the server has it: an offset confirms what is below it, what is unconfirmed comes
 * again, a call without news is held. An offset far above the tail is ignored.
 */
final class QueueOfUpdates implements ScriptedBotApi.Behaviour {
  private static final Pattern ID = Pattern.compile("\"update_id\":(\\d+)");

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private final ArrayDeque<String> held = new ArrayDeque<>();
  private long confirmedBelow;

  static String message(long id, long from) {
    return """
    {"update_id":%d,"message":{"message_id":1,"from":{"id":%d},"chat":{"id":%d,"type":"private"},\
    "date":1795000005,"text":"hello"}}\
    """
        .formatted(id, from, from);
  }

  static String payment(long id, long from) {
    return message(id, from)
        .replace(
            "\"text\":\"hello\"",
            "\"successful_payment\":{\"currency\":\"XTR\",\"total_amount\":50,"
                + "\"invoice_payload\":\"x\",\"telegram_payment_charge_id\":\"stx\"}");
  }

  static String checkout(long id) {
    return """
    {"update_id":%d,"pre_checkout_query":{"id":"%d","from":{"id":1},"currency":"XTR",\
    "total_amount":50,"invoice_payload":"x"}}\
    """
        .formatted(id, id);
  }

  void add(String... updates) {
    lock.lock();
    try {
      held.addAll(Arrays.asList(updates));
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The last offset that took effect. */
  long confirmedBelow() {
    lock.lock();
    try {
      return confirmedBelow;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void act(HttpExchange exchange, Call call) throws IOException {
    var offset = Long.parseLong(call.parameters().getOrDefault("offset", "0"));
    var limit = Long.parseLong(call.parameters().getOrDefault("limit", "100"));
    var timeout = Long.parseLong(call.parameters().getOrDefault("timeout", "0"));
    ScriptedBotApi.result(shown(offset, limit, TimeUnit.SECONDS.toNanos(timeout)))
        .act(exchange, call);
  }

  private String shown(long offset, long limit, long patience) {
    var left = patience;
    lock.lock();
    try {
      confirm(offset);
      while (held.isEmpty() && left > 0) {
        left = news.awaitNanos(left);
      }
      return held.stream().limit(limit).collect(Collectors.joining(",", "[", "]"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "[]";
    } finally {
      lock.unlock();
    }
  }

  private void confirm(long offset) {
    if (offset > 0 && (held.isEmpty() || offset <= id(held.getLast()) + 10)) {
      confirmedBelow = offset;
      held.removeIf(update -> id(update) < offset);
    }
  }

  private static long id(String update) {
    var found = ID.matcher(update);
    if (!found.find()) {
      throw new IllegalArgumentException("an update without a number");
    }
    return Long.parseLong(found.group(1));
  }
}
