package dev.startill.sandbox.botapi;

import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.wire.LedgerShapes;
import dev.startill.sandbox.world.Content;
import dev.startill.sandbox.world.Invoice;
import dev.startill.sandbox.world.Refusal;
import dev.startill.sandbox.world.StarKnobs;
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
    table.put("edituserstarsubscription", PaymentMethods::editUserStarSubscription);
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
    if (invoice.isSubscription()) {
      throw Refusal.badRequest("SUBSCRIPTION_EXPORT_MISSING");
    }
    return call.send(new Content.Offer(invoice, call.bot().id()), markup);
  }

  private static Reply createInvoiceLink(Call call) {
    var knobs = call.world().with(world -> world.knobs());
    var parser = new InvoiceParser(call, knobs).read();
    checkBusiness(call);
    var invoice = parser.check();
    if (invoice.isSubscription()) {
      checkSubscription(invoice, knobs.stars());
    }
    var link = call.world().with(world -> world.payments().link(call.bot().id(), invoice));
    return Reply.result(StringNode.valueOf(link.url()));
  }

  /**
   * The two names were measured by a third party; that the period is looked at first is assumed.
   */
  private static void checkSubscription(Invoice invoice, StarKnobs knobs) {
    if (invoice.subscriptionPeriod() != knobs.subscriptionPeriod()) {
      throw Refusal.badRequest("SUBSCRIPTION_PERIOD_INVALID");
    }
    if (invoice.amount() > knobs.subscriptionCeiling()) {
      throw Refusal.badRequest("SUBSCRIPTION_AMOUNT_INVALID");
    }
  }

  /** An ended connection is refused by a name that is assumed. */
  private static void checkBusiness(Call call) {
    var id = call.text("business_connection_id");
    long bot = call.bot().id();
    if (!id.isEmpty()
        && !call.world().with(world -> world.businesses().require(bot, id).enabled())) {
      throw Refusal.badRequest("BUSINESS_CONNECTION_INVALID");
    }
  }

  private static Reply answerPreCheckoutQuery(Call call) {
    boolean ok = call.parameters().flag("ok");
    var words = ok ? "" : call.requiredWhole("error_message");
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
    long user = user(call);
    var charge = call.parameters().required("telegram_payment_charge_id");
    boolean told = call.world().with(world -> world.till().refund(call.bot().id(), user, charge));
    if (!told) {
      throw Refusal.badRequest("CHARGE_ALREADY_REFUNDED");
    }
    return Reply.done();
  }

  private static Reply editUserStarSubscription(Call call) {
    long user = user(call);
    var charge = call.text("telegram_payment_charge_id");
    boolean canceled = call.parameters().flag("is_canceled");
    call.world().run(world -> world.subscriptions().edit(call.bot().id(), user, charge, canceled));
    return Reply.done();
  }

  private static long user(Call call) {
    long user = call.parameters().number("user_id", 0, 0, Long.MAX_VALUE);
    if (user == 0) {
      throw Refusal.badRequest("invalid user_id specified");
    }
    return user;
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
