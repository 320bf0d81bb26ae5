package dev.startill.acceptance.clients;

import dev.startill.sandbox.Sandbox;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** A sandbox, a shop that is open in it, and a buyer at its door: what every flow begins with. */
@ExtendWith(Column.class)
public abstract class OpenShop {
  /** The bot's number, as in its token. */
  protected static final long BOT = 700_000_042;

  /** The bot's token; the sandbox makes a bot of any that is well-formed. */
  protected static final String TOKEN = BOT + ":AAF-a_token_of_a_shop_in_a_test_0123";

  private static final String DONE = "✓";

  /** What is to be closed, the last one first; opening may break off half-way. */
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  private Telegram telegram;
  private Buyer ann;
  private String outcome = DONE;

  /** Who is tried. */
  protected abstract Client client();

  /** Starts the bot against this base URL and returns when it has registered its commands. */
  protected abstract Shop open(String baseUrl, String token) throws Exception;

  @BeforeEach
  void open_the_shop() throws Exception {
    var sandbox = Sandbox.builder().local(true).start();
    opened.push(sandbox);
    telegram = new Telegram(sandbox.url());
    opened.push(open(sandbox.url().toString(), TOKEN));
    ann = telegram.buyer("Ann", 120);
    ann.says("/say open", BOT);
    ann.reads(BOT, "open"); // a cold library may need longer than a checkout may take
  }

  @AfterEach
  void close_the_shop() throws Exception {
    for (var each : opened) {
      each.close();
    }
  }

  Telegram telegram() {
    return telegram;
  }

  /** A buyer with 120 Stars whose words the bot has answered. */
  Buyer ann() {
    return ann;
  }

  /** Says for the page how this client goes its own way, though the flow holds. */
  void remark(String words) {
    outcome = DONE + " (" + words + ")";
  }

  /** What the flow has come to, for the page. */
  String outcome() {
    return outcome;
  }
}
