package dev.startill.testkit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startill.money.Stars;
import dev.startill.party.BuyerId;
import dev.startill.payment.ChargeId;
import dev.startill.payment.OrderId;
import dev.startill.payment.Payload;
import dev.startill.port.Invoice;
import dev.startill.port.Reply;
import dev.startill.port.Telegram;
import dev.startill.port.TelegramException;
import dev.startill.sandbox.testing.Buyer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a call when Telegram fails. */
abstract class ClientFaults extends ClientScene {
  private static final Invoice COFFEE =
      new Invoice(
          new Payload.OfOrder(new OrderId("ord_01jd000000000000000000000z")),
          "Coffee",
          "A cup of it",
          new Stars(50));
  private static final ChargeId NOBODYS = new ChargeId("stx" + "A1b2C3d4".repeat(16));

  static Stream<Arguments> calls() {
    return Stream.of(
        call("sendMessage", (telegram, ann) -> telegram.sendText(ann, "hello")),
        call("sendInvoice", (telegram, ann) -> telegram.sendInvoice(ann, COFFEE)),
        call("refundStarPayment", (telegram, ann) -> telegram.refund(ann, NOBODYS)));
  }

  private static Arguments call(String method, BiFunction<Telegram, BuyerId, Reply> call) {
    return Arguments.of(method, Named.of(method, call));
  }

  @ParameterizedTest(name = "of {0}")
  @MethodSource("calls")
  void every_error_has_its_meaning(String method, BiFunction<Telegram, BuyerId, Reply> call) {
    var ann = ann();
    var telegram = client().telegram();
    sandbox.fail(method).withError(401).once();
    assertThat(call.apply(telegram, ann)).isInstanceOfSatisfying(Reply.Refused.class, is(401));
    sandbox.fail(method).withError(409).once();
    assertThat(call.apply(telegram, ann)).isInstanceOfSatisfying(Reply.Refused.class, is(409));
    for (var code : new int[] {500, 502, 503, 504}) {
      sandbox.fail(method).withError(code).once();
      assertThat(call.apply(telegram, ann)).isInstanceOf(Reply.Unknown.class);
    }
    sandbox.fail(method).retryAfter(3).once();
    assertThat(call.apply(telegram, ann)).isEqualTo(new Reply.Later(Duration.ofSeconds(3)));
  }

  @ParameterizedTest(name = "of {0}")
  @MethodSource("calls")
  void a_line_that_breaks_is_unknown_unless_the_client_sends_again(
      String method, BiFunction<Telegram, BuyerId, Reply> call) {
    var ann = ann();
    var telegram = client().telegram();
    assertThat(telegram.sendText(ann, "a line to break")).isInstanceOf(Reply.Done.class);
    sandbox.fail(method).dropping().once();
    var reply = call.apply(telegram, ann);
    if (sendsAgain()) {
      assertThat(reply).isNotInstanceOf(Reply.Unknown.class);
    } else {
      assertThat(reply).isInstanceOf(Reply.Unknown.class);
    }
  }

  @ParameterizedTest(name = "of {0}")
  @MethodSource("calls")
  void silence_is_unknown(String method, BiFunction<Telegram, BuyerId, Reply> call) {
    var ann = ann();
    var telegram = client(Duration.ofMillis(400)).telegram();
    sandbox.fail(method).hanging().once();
    assertThat(call.apply(telegram, ann)).isInstanceOf(Reply.Unknown.class);
  }

  @Test
  void what_was_done_before_the_answer_was_lost_is_unknown_and_done() {
    var buyer = buyer();
    var telegram = client().telegram();
    sandbox.fail("sendMessage").afterEffect().dropping().once();
    assertThat(telegram.sendText(new BuyerId(buyer.id()), "the goods"))
        .isInstanceOf(Reply.Unknown.class);
    buyer.reads("the goods");
  }

  @Test
  void a_buyer_who_blocked_the_bot_is_unreachable_until_they_unblock_it() {
    var buyer = buyer();
    var telegram = client().telegram();
    buyer.blocks();
    assertThat(telegram.sendText(new BuyerId(buyer.id()), "hello"))
        .isInstanceOf(Reply.Unreachable.class);
    buyer.unblocks();
    assertThat(telegram.sendText(new BuyerId(buyer.id()), "hello again"))
        .isInstanceOf(Reply.Done.class);
    buyer.reads("hello again");
  }

  @Test
  void what_somebody_waits_for_is_an_exception_that_says_why() {
    var telegram = client().telegram();
    sandbox.fail("*").withError(401).always();
    assertThatThrownBy(() -> telegram.createInvoiceLink(COFFEE))
        .isInstanceOfSatisfying(TelegramException.class, e -> assertThat(e.code()).isEqualTo(401))
        .hasMessageContaining("@BotFather");
    assertThatThrownBy(() -> telegram.statement(0, 100)).isInstanceOf(TelegramException.class);
    assertThatThrownBy(telegram::balance).isInstanceOf(TelegramException.class);
  }

  @Test
  void the_token_is_said_in_no_reply() {
    var secret = sandbox.token().substring(sandbox.token().indexOf(':') + 1);
    var ann = ann();
    var client = client();
    var said = new ArrayList<String>();
    said.add(client.telegram().toString());
    said.add(client.telegram().sendText(ann, "hello").toString());
    sandbox.fail("*").withError(400, "Bad Request: bot" + sandbox.token() + " is wrong").times(2);
    said.add(client.telegram().sendText(ann, "hello").toString());
    said.add(client.telegram().refund(ann, NOBODYS).toString());
    sandbox.fail("*").dropping().times(4);
    said.add(client.telegram().sendInvoice(ann, COFFEE).toString());
    sandbox.close();
    said.add(client.telegram().sendText(ann, "hello").toString());
    assertThatThrownBy(client.telegram()::balance).satisfies(e -> said.add(traceOf(e)));
    assertThat(said).noneMatch(line -> line.contains(secret));
  }

  abstract boolean sendsAgain();

  private Buyer buyer() {
    var buyer = sandbox.buyer("Ann").withStars(500).at(sandbox.bot());
    buyer.sends("/start");
    return buyer;
  }

  private BuyerId ann() {
    return new BuyerId(buyer().id());
  }

  private static Consumer<Reply.Refused> is(int code) {
    return refused -> assertThat(refused.code()).isEqualTo(code);
  }

  private static String traceOf(Throwable failure) {
    var trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace, true));
    return trace.toString();
  }
}
