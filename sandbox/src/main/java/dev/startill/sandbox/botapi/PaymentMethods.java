package dev.startill.sandbox.botapi;

import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.wire.LedgerShapes;
import dev.startill.sandbox.world.Content;
import dev.startill.sandbox.world.Refusal;
import java.util.Map;
import tools.jackson.databind.node.StringNode;

/** Invoices, pre-checkout answers, refunds, the statement and the balance. */
final class PaymentMethods {
  private PaymentMethods() {}

  static void addTo(Map<String, Method> table) {
    table.put("sendinvoice", PaymentMethods::sendInvoice);
    table.put("createinvoicelink", PaymentMethods::createInvoiceLink);
    table.put("answerprecheckoutquery", PaymentMethods::answerPreCheckoutQuery);
    table.put("refundstarpayment", PaymentMethods::refundStarPayment);
    table.put("getstartransactions", PaymentMethods::getStarTransactions);
    table.put("getmystarbalance", PaymentMethods::getMyStarBalance);
  }

  private static Reply sendInvoice(Call call) {
    var parser = new InvoiceParser(call, call.world().with(world -> world.knobs())).read();
    Keyboard.checkReadable(call);
    var chatId = call.chatId();
    call.world()
        .run(
            world -> {
              var chat = world.chats().find(call.bot().id(), chatId);
              assert chat.id() != 0;
            });
    var invoice = parser.check();
    var markup = Keyboard.ofInvoice(call, invoice.amount());
    if (!call.text("subscription_period").isEmpty()) {
      throw Refusal.badRequest("SUBSCRIPTION_EXPORT_MISSING");
    }
    return call.send(new Content.Offer(invoice, call.bot().id()), markup);
  }

  private static Reply createInvoiceLink(Call call) {
    var invoice = new InvoiceParser(call, call.world().with(world -> world.knobs())).read().check();
    if (call.parameters().number("subscription_period", 0, 0, Integer.MAX_VALUE) != 0) {
      throw Refusal.of(
          501,
          "Not Implemented: the sandbox has no subscriptions yet; leave subscription_period out");
    }
    var link = call.world().with(world -> world.payments().link(call.bot().id(), invoice));
    return Reply.result(StringNode.valueOf(link.url()));
  }

  private static Reply answerPreCheckoutQuery(Call call) {
    boolean ok = call.parameters().flag("ok");
    var words = ok ? "" : call.parameters().required("error_message");
    long id = Queries.id(call.text("pre_checkout_query_id"));
    call.world()
        .run(
            world -> {
              if (ok) {
                world.payments().approve(call.bot().id(), id);
              } else {
                world.payments().decline(call.bot().id(), id, words);
              }
            });
    return Reply.done();
  }

  private static Reply refundStarPayment(Call call) {
    long user = call.parameters().number("user_id", 0, 0, Long.MAX_VALUE);
    if (user == 0) {
      throw Refusal.badRequest("invalid user_id specified");
    }
    var charge = call.parameters().required("telegram_payment_charge_id");
    call.world().run(world -> world.payments().refund(call.bot().id(), user, charge));
    return Reply.done();
  }

  private static Reply getStarTransactions(Call call) {
    int offset = (int) call.parameters().number("offset", 0, 0, Integer.MAX_VALUE);
    int limit = (int) call.parameters().number("limit", 100, 1, 100);
    var lines =
        call.world()
            .with(
                world -> {
                  var shapes = new LedgerShapes(world.people());
                  return shapes.transactions(world.books().lines(call.bot().id(), offset, limit));
                });
    return Reply.result(Json.object().set("transactions", lines));
  }

  private static Reply getMyStarBalance(Call call) {
    var balance = call.world().with(world -> world.books().balance(call.bot().id()));
    return Reply.result(LedgerShapes.amount(Json.object(), balance));
  }
}
