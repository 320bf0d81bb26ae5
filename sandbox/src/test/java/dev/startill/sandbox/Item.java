package dev.startill.sandbox;

import dev.startill.sandbox.world.Grounds;

/**
 * What an emulator of Stars has to do, point by point: the rule, how it is known, and where it is
 * written. A test whose name begins with {@code item_N_} proves each.
 */
enum Item {
  ITEM_1(
      Section.TRANSPORT,
      Grounds.SOURCE,
      "/botTOKEN/METHOD and /botTOKEN/test/METHOD are two environments; a token of one is"
          + " Unauthorized in the other.",
      "tdlib/telegram-bot-api HttpConnection.cpp; core.telegram.org/bots/features#dedicated-test-environment"),
  ITEM_2(
      Section.TRANSPORT,
      Grounds.SOURCE,
      "Method names have no case; an unknown one is 404 \"Not Found: method not found\".",
      "tdlib/telegram-bot-api Client.cpp"),
  ITEM_3(
      Section.TRANSPORT,
      Grounds.SOURCE,
      "The status equals error_code, the body is JSON, and 429 names its seconds in the body and in"
          + " Retry-After.",
      "tdlib/telegram-bot-api HttpConnection.cpp, Query.cpp"),
  ITEM_4(
      Section.TRANSPORT,
      Grounds.SOURCE,
      "Query, form, JSON and multipart mean the same, the query wins, and a JSON null is the text"
          + " null.",
      "tdlib/td tdnet/td/net/HttpReader.cpp"),
  ITEM_5(
      Section.TRANSPORT,
      Grounds.SOURCE,
      "Broken JSON is no error of its own: what stood before the break counts, so a parameter is"
          + " missing.",
      "tdlib/td tdnet/td/net/HttpReader.cpp"),
  ITEM_6(
      Section.TRANSPORT,
      Grounds.SOURCE,
      "Integers are read leniently and clamped, never refused; true, yes and 1 are true.",
      "tdlib/telegram-bot-api Client.cpp"),
  ITEM_7(
      Section.TRANSPORT,
      Grounds.SOURCE,
      "An error's sentence begins in lower case after its prefix; a name in capitals stays as it"
          + " is.",
      "tdlib/telegram-bot-api Client.cpp"),
  ITEM_8(
      Section.INVOICES,
      Grounds.SOURCE,
      "An invoice is checked in order: title, description, payload, currency, prices.",
      "tdlib/telegram-bot-api Client.cpp"),
  ITEM_9(
      Section.INVOICES,
      Grounds.ASSUMED,
      "Stars take exactly one price of 1 to 100000: no price, two, zero, a negative one and 100001"
          + " are refused. The error of two prices and the exact edge are assumed.",
      "core.telegram.org/bots/api#sendinvoice; tdlib/td LabeledPricePart.cpp; a third party's measurement"),
  ITEM_10(
      Section.INVOICES,
      Grounds.MEASURED,
      "Tips do not go with Stars: with a maximum STARS_INVOICE_INVALID, without one TDLib's words.",
      "tdlib/td InputInvoice.cpp; go-telegram-bot-api/telegram-bot-api#751"),
  ITEM_11(
      Section.INVOICES,
      Grounds.MEASURED,
      "Subscriptions are links of 2592000 seconds and at most 10000 Stars.",
      "core.telegram.org/api/subscriptions; a third party's measurement"),
  ITEM_12(
      Section.INVOICES,
      Grounds.ASSUMED,
      "A payload has at most 128 bytes, counted in UTF-8; the error of a longer one is assumed.",
      "core.telegram.org/bots/api#sendinvoice"),
  ITEM_13(
      Section.INVOICES,
      Grounds.ASSUMED,
      "Another currency without a provider's token is PAYMENT_PROVIDER_INVALID.",
      "core.telegram.org/method/payments.exportInvoice names the error"),
  ITEM_14(
      Section.INVOICES,
      Grounds.DOCUMENTED,
      "A link is https://t.me/$slug; anybody pays it any number of times and it never expires.",
      "core.telegram.org/bots/api#createinvoicelink; a maintainer in tdlib/telegram-bot-api#603"),
  ITEM_15(
      Section.INVOICES,
      Grounds.SOURCE,
      "An invoice message names its start_parameter even when it is empty, and has a pay button.",
      "tdlib/telegram-bot-api Client.cpp"),
  ITEM_16(
      Section.CHECKOUT,
      Grounds.SOURCE,
      "A pre-checkout query's id is an int64 as text; from is whoever pays, also after a forward.",
      "tdlib/telegram-bot-api Client.cpp; core.telegram.org/bots/payments"),
  ITEM_17(
      Section.CHECKOUT,
      Grounds.DOCUMENTED,
      "Yes within ten seconds charges and tells the bot; no and silence charge nothing and tell the"
          + " bot nothing.",
      "core.telegram.org/bots/api#answerprecheckoutquery"),
  ITEM_18(
      Section.CHECKOUT,
      Grounds.ASSUMED,
      "A second answer to one query comes too late.",
      "nobody tells; the safest reading of one answer a query"),
  ITEM_19(
      Section.CHECKOUT,
      Grounds.SOURCE,
      "An answer without ok needs an error_message.",
      "tdlib/telegram-bot-api Client.cpp"),
  ITEM_20(
      Section.CHECKOUT,
      Grounds.ASSUMED,
      "A buyer without enough Stars is refused; before or after the bot was asked is a knob.",
      "core.telegram.org/method/payments.sendStarsForm names the error, not the order"),
  ITEM_21(
      Section.CHECKOUT,
      Grounds.MEASURED,
      "A charge's id is stx and 131 characters in all, the provider's is user_number, and the"
          + " payment is told in the private chat as a reply to nothing.",
      "captured payments in public reports; tdlib/td MessageContent.cpp"),
  ITEM_22(
      Section.CHECKOUT,
      Grounds.SOURCE,
      "Unread queries are forgotten after 150 seconds, messages after 24 hours.",
      "tdlib/telegram-bot-api Client.cpp"),
  ITEM_23(
      Section.REFUNDS,
      Grounds.DOCUMENTED,
      "A refund returns the whole charge once, of the payer alone: a message of the bot's, an"
          + " outgoing line of the same id, a lower balance.",
      "core.telegram.org/bots/api#refundstarpayment; core.telegram.org/method/payments.refundStarsCharge"),
  ITEM_24(
      Section.REFUNDS,
      Grounds.OWN,
      "A fault makes a refund succeed while it answers CHARGE_ALREADY_REFUNDED and tells nobody, or"
          + " while its answer is lost.",
      "seen in January 2025: tdlib/telegram-bot-api#690"),
  ITEM_25(
      Section.REFUNDS,
      Grounds.ASSUMED,
      "A refund has no time limit.",
      "no limit stands in the documentation, the terms or the errors"),
  ITEM_26(
      Section.REFUNDS,
      Grounds.SOURCE,
      "The statement is oldest first; offset skips, limit is clamped to 1 to 100, amounts are"
          + " positive, and a line has a source or a receiver.",
      "tdlib/td StarManager.cpp; core.telegram.org/bots/api#getstartransactions"),
  ITEM_27(
      Section.REFUNDS,
      Grounds.DOCUMENTED,
      "The balance is what came less what went; a chargeback may push it below zero, and no update"
          + " tells of it.",
      "core.telegram.org/bots/api#staramount; telegram.org/tos/stars"),
  ITEM_28(
      Section.SUBSCRIPTIONS,
      Grounds.DOCUMENTED,
      "The first payment is is_first_recurring and lasts 2592000 seconds; a renewal is is_recurring,"
          + " with the same payload, another charge and another month.",
      "core.telegram.org/bots/api#successfulpayment; core.telegram.org/api/subscriptions"),
  ITEM_29(
      Section.SUBSCRIPTIONS,
      Grounds.DOCUMENTED,
      "A subscription update says canceled, active or failed, with user and payload only; it can be"
          + " switched off, as before Bot API 10.2.",
      "core.telegram.org/bots/api#botsubscriptionupdated"),
  ITEM_30(
      Section.SUBSCRIPTIONS,
      Grounds.DOCUMENTED,
      "editUserStarSubscription goes by the first charge; after the bot's cancel nothing renews and"
          + " the user cannot come back until the bot allows it.",
      "core.telegram.org/bots/api#edituserstarsubscription"),
  ITEM_31(
      Section.SUBSCRIPTIONS,
      Grounds.DOCUMENTED,
      "A user may hold several subscriptions, even of one payload.",
      "core.telegram.org/api/subscriptions"),
  ITEM_32(
      Section.SUBSCRIPTIONS,
      Grounds.OWN,
      "The clock can be moved to a renewal, its failure and the end.",
      "the sandbox's clock"),
  ITEM_33(
      Section.DELIVERY,
      Grounds.SOURCE,
      "getUpdates confirms by offset, keeps the last for a negative one, clamps limit and timeout,"
          + " and ends the older of two polls.",
      "tdlib/telegram-bot-api Client.cpp"),
  ITEM_34(
      Section.DELIVERY,
      Grounds.SOURCE,
      "The same offset again and again is slowed down; a knob, off unless asked for.",
      "tdlib/telegram-bot-api Client.cpp"),
  ITEM_35(
      Section.DELIVERY,
      Grounds.SOURCE,
      "A webhook gets its secret, sixty seconds, growing pauses or its own Retry-After, order within"
          + " a lane and none between lanes, and may answer with a call; 410 for 23 hours ends it.",
      "tdlib/telegram-bot-api WebhookActor.cpp"),
  ITEM_36(
      Section.DELIVERY,
      Grounds.SOURCE,
      "setWebhook refuses what is not public HTTPS, in Telegram's words; --local permits it.",
      "tdlib/telegram-bot-api Client.cpp, WebhookActor.cpp"),
  ITEM_37(
      Section.DELIVERY,
      Grounds.OWN,
      "Deliveries can be doubled, swapped and lost.",
      "the sandbox's faults"),
  ITEM_38(
      Section.DELIVERY,
      Grounds.SOURCE,
      "allowed_updates is kept until changed; chat_member and the two reactions are told only to"
          + " those who ask.",
      "tdlib/telegram-bot-api Client.cpp; core.telegram.org/bots/api#getupdates");

  /** The chapters of the list, each with the class that proves it. */
  enum Section {
    TRANSPORT,
    INVOICES,
    CHECKOUT,
    REFUNDS,
    SUBSCRIPTIONS,
    DELIVERY
  }

  private final Section section;
  private final Grounds grounds;
  private final String rule;
  private final String source;

  Item(Section section, Grounds grounds, String rule, String source) {
    this.section = section;
    this.grounds = grounds;
    this.rule = rule;
    this.source = source;
  }

  int number() {
    return Integer.parseInt(name().substring("ITEM_".length()));
  }

  Section section() {
    return section;
  }

  Grounds grounds() {
    return grounds;
  }

  String rule() {
    return rule;
  }

  String source() {
    return source;
  }
}
