package dev.startill.acceptance.clients.pengrad;

import com.pengrad.telegrambot.TelegramBot;
import com.pengrad.telegrambot.model.BotCommand;
import com.pengrad.telegrambot.model.CallbackQuery;
import com.pengrad.telegrambot.model.Message;
import com.pengrad.telegrambot.model.PreCheckoutQuery;
import com.pengrad.telegrambot.model.SuccessfulPayment;
import com.pengrad.telegrambot.model.Update;
import com.pengrad.telegrambot.model.request.InlineKeyboardButton;
import com.pengrad.telegrambot.model.request.InlineKeyboardMarkup;
import com.pengrad.telegrambot.model.request.LabeledPrice;
import com.pengrad.telegrambot.model.stars.StarTransaction;
import com.pengrad.telegrambot.model.stars.partner.TransactionPartnerUser;
import com.pengrad.telegrambot.request.AnswerCallbackQuery;
import com.pengrad.telegrambot.request.AnswerPreCheckoutQuery;
import com.pengrad.telegrambot.request.CreateInvoiceLink;
import com.pengrad.telegrambot.request.EditUserStarSubscription;
import com.pengrad.telegrambot.request.GetMe;
import com.pengrad.telegrambot.request.GetMyStarBalance;
import com.pengrad.telegrambot.request.GetStarTransactions;
import com.pengrad.telegrambot.request.RefundStarPayment;
import com.pengrad.telegrambot.request.SendDocument;
import com.pengrad.telegrambot.request.SendInvoice;
import com.pengrad.telegrambot.request.SendMessage;
import com.pengrad.telegrambot.request.SetMyCommands;
import dev.startill.acceptance.clients.Goods;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Sells guides. Knows how to handle an update, not how updates come. Thread-safe. */
final class GuideShop {
  private final TelegramBot bot;
  private final Set<String> delivered = ConcurrentHashMap.newKeySet();
  private final Map<Long, String> lastCharge = new ConcurrentHashMap<>();
  private final Map<Long, String> memberSince = new ConcurrentHashMap<>();

  GuideShop(TelegramBot bot) {
    this.bot = bot;
    bot.execute(
        new SetMyCommands(
            new BotCommand("start", "What is sold here"), new BotCommand("buy", "Buy the guide")));
  }

  void handle(Update update) {
    if (update.preCheckoutQuery() != null) {
      check(update.preCheckoutQuery());
    } else if (update.callbackQuery() != null) {
      press(update.callbackQuery());
    } else if (update.message() != null) {
      read(update.message());
    }
  }

  private void read(Message message) {
    long chat = message.chat().id();
    if (message.successfulPayment() != null) {
      deliver(chat, message.successfulPayment());
    } else if (message.refundedPayment() != null) {
      say(chat, "refunded: " + message.refundedPayment().telegramPaymentChargeId());
    } else if (message.text() != null) {
      obey(chat, message.text());
    }
  }

  private void obey(long chat, String text) {
    switch (text.split(" ", 2)[0]) {
      case "/start" -> greet(chat);
      case "/buy" -> bill(chat, Goods.GUIDE, "guide");
      case "/print" -> bill(chat, Goods.PRINT, "print");
      case "/dream" -> bill(chat, Goods.DREAM, "dream");
      case "/link" -> say(chat, "Give this to a friend: " + link());
      case "/club" -> say(chat, "Join here: " + clubLink());
      case "/leave" -> leave(chat);
      case "/refund" -> refund(chat);
      case "/statement" -> say(chat, statement());
      case "/say" -> say(chat, text.substring("/say ".length()));
      default -> say(chat, "Try /buy");
    }
  }

  private void greet(long chat) {
    var me = bot.execute(new GetMe()).user();
    var button = new InlineKeyboardButton("Buy " + Goods.GUIDE).callbackData("guide");
    bot.execute(
        new SendMessage(chat, "I am @" + me.username())
            .replyMarkup(new InlineKeyboardMarkup(button)));
  }

  private void bill(long chat, String title, String payload) {
    bot.execute(new SendInvoice(chat, title, "For your eyes only", payload, "XTR", price(title)));
  }

  private String link() {
    var price = new LabeledPrice(Goods.GUIDE, Goods.PRICE);
    return bot.execute(
            new CreateInvoiceLink(Goods.GUIDE, "For a friend's eyes", "guide", "XTR", price))
        .result();
  }

  private String clubLink() {
    var price = new LabeledPrice(Goods.CLUB, Goods.PRICE);
    return bot.execute(
            new CreateInvoiceLink(Goods.CLUB, "A book a month", "club", "XTR", price)
                .subscriptionPeriod(Goods.MONTH))
        .result();
  }

  private void leave(long chat) {
    bot.execute(new EditUserStarSubscription(chat, memberSince.getOrDefault(chat, "none"), true));
    say(chat, "You have left the club");
  }

  private void press(CallbackQuery query) {
    bot.execute(new AnswerCallbackQuery(query.id()).text("Coming up"));
    if ("guide".equals(query.data())) {
      bill(query.maybeInaccessibleMessage().chat().id(), Goods.GUIDE, query.data());
    }
  }

  private void check(PreCheckoutQuery query) {
    switch (query.invoicePayload()) {
      case "guide", "club" -> bot.execute(new AnswerPreCheckoutQuery(query.id()));
      case "dream" -> say(query.from().id(), Goods.THINKING);
      default -> bot.execute(new AnswerPreCheckoutQuery(query.id(), Goods.SOLD_OUT));
    }
  }

  private void deliver(long chat, SuccessfulPayment payment) {
    var charge = payment.telegramPaymentChargeId();
    if (payment.invoicePayload().equals("club")) {
      boolean first = Boolean.TRUE.equals(payment.isFirstRecurring());
      if (first) {
        memberSince.put(chat, charge);
      }
      say(chat, (first ? "Welcome to the club: " : "The club goes on: ") + charge);
      return;
    }
    if (!delivered.add(charge)) {
      say(chat, "already delivered: " + charge);
      return;
    }
    lastCharge.put(chat, charge);
    say(chat, "Thank you for " + payment.totalAmount() + " Stars! Your receipt: " + charge);
    bot.execute(
        new SendDocument(chat, Goods.file())
            .fileName(Goods.FILE_NAME)
            .contentType("application/pdf")
            .caption("Enjoy!"));
  }

  private void refund(long chat) {
    var charge = lastCharge.getOrDefault(chat, "none");
    var answer = bot.execute(new RefundStarPayment(chat, charge));
    if (!answer.isOk()) {
      say(chat, answer.description());
    }
  }

  private String statement() {
    var lines = new StringBuilder();
    for (var line : bot.execute(new GetStarTransactions()).result().transactions()) {
      lines.append(told(line)).append('\n');
    }
    return lines + "balance " + bot.execute(new GetMyStarBalance()).getResult().amount();
  }

  private static String told(StarTransaction line) {
    if (line.source() instanceof TransactionPartnerUser payer) {
      return "+" + line.amount() + " " + payer.invoicePayload();
    }
    if (line.receiver() instanceof TransactionPartnerUser payee) {
      return "-" + line.amount() + " " + payee.invoicePayload();
    }
    return "?" + line;
  }

  private void say(long chat, String text) {
    bot.execute(new SendMessage(chat, text));
  }

  private static List<LabeledPrice> price(String label) {
    return List.of(new LabeledPrice(label, Goods.PRICE));
  }
}
