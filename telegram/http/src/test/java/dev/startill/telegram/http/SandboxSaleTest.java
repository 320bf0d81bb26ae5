package dev.startill.telegram.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.intake.Update;
import dev.startill.money.Stars;
import dev.startill.party.BuyerId;
import dev.startill.payment.Answer;
import dev.startill.payment.OrderId;
import dev.startill.payment.Payload;
import dev.startill.port.Invoice;
import dev.startill.port.Reply;
import dev.startill.port.StatementLine;
import dev.startill.port.StatementLine.Way;
import dev.startill.sandbox.Sandbox;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A sale through an emulator that shares no line with this adapter. */
class SandboxSaleTest {
  private static final OrderId ORDER = new OrderId("ord_01jd000000000000000000000z");
  private static final Invoice GUIDE =
      new Invoice(new Payload.OfOrder(ORDER), "Guide", "A guide", new Stars(50));
  private static final PollingSettings SETTINGS =
      PollingSettings.defaults().withTimeout(Duration.ofSeconds(2));

  private final Sandbox sandbox = Sandbox.start();
  private final HttpClient control = HttpClient.newHttpClient();
  private final HttpBot bot =
      HttpBot.at(sandbox.url(), BotToken.of("123456789:AAsandboxSANDBOX"), HttpSettings.defaults());
  private final LinkedBlockingQueue<Incoming.Understood> incoming = new LinkedBlockingQueue<>();

  @AfterEach
  void close() {
    bot.close();
    sandbox.close();
  }

  @Test
  void from_the_command_to_the_goods() throws Exception {
    bot.api().getMe();
    var ann = Long.parseLong(post("users", "{\"first_name\":\"Ann\",\"stars\":500}", "id"));
    var buyer = new BuyerId(ann);
    try (var polling = bot.poll(SETTINGS, this::take)) {
      post("users/" + ann + "/messages", "{\"bot\":123456789,\"text\":\"/buy\"}", "message_id");
      assertThat(next().update()).isEqualTo(new Update.Spoke(buyer));

      assertThat(bot.telegram().sendInvoice(buyer, GUIDE)).isInstanceOf(Reply.Done.class);
      var link = bot.telegram().createInvoiceLink(GUIDE);
      var status = post("users/" + ann + "/payments", "{\"link\":\"" + link + "\"}", "status");
      assertThat(status).isEqualTo("paid");

      assertThat(next().update()).isInstanceOf(Update.Checkout.class);
      assertThat(next().update())
          .isInstanceOfSatisfying(
              Update.Payment.class,
              payment -> {
                assertThat(payment.buyer()).isEqualTo(buyer);
                assertThat(payment.payload()).isEqualTo("st:" + ORDER);
                assertThat(payment.currency()).isEqualTo("XTR");
                assertThat(payment.amount()).isEqualTo(50);
              });
      assertThat(bot.telegram().sendText(buyer, "Here it is.")).isInstanceOf(Reply.Done.class);
      assertThat(polling.trouble()).isEmpty();
    }
  }

  @Test
  void a_refund_and_what_the_statement_says_of_it() throws Exception {
    bot.api().getMe();
    var ann = Long.parseLong(post("users", "{\"first_name\":\"Ann\",\"stars\":500}", "id"));
    var buyer = new BuyerId(ann);
    var telegram = bot.telegram();
    assertThat(telegram.balance()).isZero();
    try (var polling = bot.poll(SETTINGS, this::take)) {
      var link = telegram.createInvoiceLink(GUIDE);
      post("users/" + ann + "/payments", "{\"link\":\"" + link + "\"}", "status");
      assertThat(next().update()).isInstanceOf(Update.Checkout.class);
      var payment = (Update.Payment) next().update();
      assertThat(telegram.balance()).isEqualTo(50_000_000_000L);

      assertThat(telegram.refund(buyer, payment.id())).isInstanceOf(Reply.Done.class);
      assertThat(telegram.refund(buyer, payment.id()))
          .isInstanceOfSatisfying(
              Reply.Refused.class,
              refused -> assertThat(refused.description()).contains("CHARGE_ALREADY_REFUNDED"));
      assertThat(next().update())
          .isInstanceOfSatisfying(
              Update.Refunded.class,
              refunded -> {
                assertThat(refunded.id()).isEqualTo(payment.id());
                assertThat(refunded.buyer()).isEqualTo(buyer);
              });
      assertThat(telegram.statement(0, 1)).extracting(StatementLine::way).containsExactly(Way.CAME);
      assertThat(telegram.statement(0, 100))
          .extracting(StatementLine::way)
          .containsExactly(Way.CAME, Way.WENT);
      assertThat(telegram.statement(0, 100)).allSatisfy(line -> isOf(payment, line));
      assertThat(telegram.statement(2, 100)).isEmpty();
      assertThat(telegram.balance()).isZero();
      assertThat(polling.trouble()).isEmpty();
    }
  }

  private static void isOf(Update.Payment payment, StatementLine line) {
    assertThat(line.id()).isEqualTo(payment.id().value());
    assertThat(line.purpose()).isEqualTo(StatementLine.Purpose.INVOICE);
    assertThat(line.party()).contains(payment.buyer());
    assertThat(line.payload()).contains(payment.payload());
    assertThat(line.nanostars()).isEqualTo(50_000_000_000L);
    assertThat(line.at()).isAfterOrEqualTo(payment.at());
  }

  @Test
  void a_buyer_who_blocked_the_bot_is_unreachable() throws Exception {
    bot.api().getMe();
    var ann = Long.parseLong(post("users", "{\"first_name\":\"Ann\",\"stars\":5}", "id"));
    post("users/" + ann + "/messages", "{\"bot\":123456789,\"text\":\"hi\"}", "message_id");
    post("users/" + ann + "/block", "{\"bot\":123456789}", "");
    assertThat(bot.telegram().sendText(new BuyerId(ann), "hello"))
        .isInstanceOf(Reply.Unreachable.class);
  }

  private void take(Incoming one) {
    var understood = (Incoming.Understood) one;
    if (understood.update() instanceof Update.Checkout checkout) {
      var reply = bot.telegram().answer(new Answer.Approve(checkout.id(), ORDER, false));
      assertThat(reply).isInstanceOf(Reply.Done.class);
    }
    incoming.add(understood);
  }

  private Incoming.Understood next() throws InterruptedException {
    var next = incoming.poll(10, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("No update came within ten seconds.");
    }
    return next;
  }

  /** Calls the sandbox's control API and picks one value out of the answer. */
  private String post(String path, String body, String value)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(sandbox.url().resolve("/sandbox/" + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    var answer = control.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    var found = Pattern.compile("\"" + value + "\":\"?([^\",}]*)").matcher(answer.body());
    return found.find() ? found.group(1) : "";
  }
}
