package dev.startill.testkit;

import dev.startill.money.Stars;
import dev.startill.party.BuyerId;
import dev.startill.payment.Answer;
import dev.startill.payment.CheckoutId;
import dev.startill.payment.OrderId;
import dev.startill.payment.Payload;
import dev.startill.port.Invoice;
import dev.startill.port.Telegram;
import dev.startill.testkit.ScriptedBotApi.Behaviour;
import dev.startill.testkit.TelegramContract.Wiring;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Where the contract plays: a scripted Bot API, an adapter, two buyers, an order. */
abstract class TelegramScene {
  /** Well-formed, and easy to find wherever it does not belong. */
  static final String TOKEN = "123456789:AAsecretSECRETsecretSECRETsecretSECR";

  static final BuyerId ANN = new BuyerId(777000111);
  static final BuyerId BOB = new BuyerId(777000112);
  static final OrderId ORDER = new OrderId("ord_01jd000000000000000000000z");
  static final CheckoutId CHECKOUT = new CheckoutId("3336500512345678901");
  static final Answer APPROVAL = new Answer.Approve(CHECKOUT, ORDER, false);
  static final Invoice COFFEE =
      new Invoice(new Payload.OfOrder(ORDER), "Coffee", "A cup of it", new Stars(50));

  static final String JSON = "application/json";
  static final String HALF = "{\"ok\":true,\"result\":{\"message_id\":";
  static final String BLOCKED = "Forbidden: bot was blocked by the user";
  static final String DEACTIVATED = "Forbidden: user is deactivated";
  static final String STRANGER = "Forbidden: bot can't initiate conversation with a user";
  static final String KICKED = "Forbidden: bot was kicked from the group chat";
  static final Behaviour OK = ScriptedBotApi.result("true");
  static final Duration MINUTE = Duration.ofMinutes(1);

  ScriptedBotApi api;

  abstract Telegram telegram(Wiring wiring);

  @BeforeEach
  void start() {
    api = ScriptedBotApi.start();
  }

  @AfterEach
  void stop() {
    api.close();
  }

  /** Without limits. */
  Telegram telegram() {
    return telegram(new Wiring(api.uri(), TOKEN, Duration.ofSeconds(10), 0, 0));
  }

  /** Gives up soon. */
  Telegram impatient() {
    return telegram(new Wiring(api.uri(), TOKEN, Duration.ofMillis(300), 0, 0));
  }
}
