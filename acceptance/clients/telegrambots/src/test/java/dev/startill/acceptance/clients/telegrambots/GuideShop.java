package dev.startill.acceptance.clients.telegrambots;

import dev.startill.acceptance.clients.Goods;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.AnswerPreCheckoutQuery;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.GetMyStarBalance;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.invoices.CreateInvoiceLink;
import org.telegram.telegrambots.meta.api.methods.invoices.SendInvoice;
import org.telegram.telegrambots.meta.api.methods.payments.RefundStarPayment;
import org.telegram.telegrambots.meta.api.methods.payments.star.EditUserStarSubscription;
import org.telegram.telegrambots.meta.api.methods.payments.star.GetStarTransactions;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.payments.LabeledPrice;
import org.telegram.telegrambots.meta.api.objects.payments.PreCheckoutQuery;
import org.telegram.telegrambots.meta.api.objects.payments.SuccessfulPayment;
import org.telegram.telegrambots.meta.api.objects.payments.star.StarTransaction;
import org.telegram.telegrambots.meta.api.objects.payments.transactionpartner.TransactionPartnerUser;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** Sells guides. Knows how to handle an update, not how updates come. Thread-safe. */
final class GuideShop {
  private final TelegramClient bot;
  private final Set<String> delivered = ConcurrentHashMap.newKeySet();
  private final Map<Long, String> lastCharge = new ConcurrentHashMap<>();
  private final Map<Long, String> memberSince = new ConcurrentHashMap<>();

  GuideShop(TelegramClient bot) throws TelegramApiException {
    this.bot = bot;
    bot.execute(
        SetMyCommands.builder()
            .command(new BotCommand("start", "What is sold here"))
            .command(new BotCommand("buy", "Buy the guide"))
            .build());
  }

  void handle(Update update) {
    try {
      if (update.hasPreCheckoutQuery()) {
        check(update.getPreCheckoutQuery());
      } else if (update.hasCallbackQuery()) {
        press(update.getCallbackQuery());
      } else if (update.hasSubscription()) {
        var moved = update.getSubscription();
        say(moved.getUser().getId(), moved.getInvoicePayload() + ": " + moved.getState());
      } else if (update.hasMessage()) {
        read(update.getMessage());
      }
    } catch (TelegramApiException e) {
      throw new IllegalStateException("the shop could not handle " + update, e);
    }
  }

  private void read(Message message) throws TelegramApiException {
    long chat = message.getChatId();
    if (message.hasSuccessfulPayment()) {
      deliver(chat, message.getSuccessfulPayment());
    } else if (message.getRefundedPayment() != null) {
      say(chat, "refunded: " + message.getRefundedPayment().getTelegramPaymentChargeId());
    } else if (message.hasText()) {
      obey(chat, message.getText());
    }
  }

  private void obey(long chat, String text) throws TelegramApiException {
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

  private void greet(long chat) throws TelegramApiException {
    var me = bot.execute(new GetMe());
    var button =
        InlineKeyboardButton.builder().text("Buy " + Goods.GUIDE).callbackData("guide").build();
    bot.execute(
        SendMessage.builder()
            .chatId(chat)
            .text("I am @" + me.getUserName())
            .replyMarkup(
                InlineKeyboardMarkup.builder().keyboardRow(new InlineKeyboardRow(button)).build())
            .build());
  }

  private void bill(long chat, String title, String payload) throws TelegramApiException {
    bot.execute(
        SendInvoice.builder()
            .chatId(chat)
            .title(title)
            .description("For your eyes only")
            .payload(payload)
            .currency("XTR")
            .price(new LabeledPrice(title, Goods.PRICE))
            .build());
  }

  private String link() throws TelegramApiException {
    return bot.execute(
        CreateInvoiceLink.builder()
            .title(Goods.GUIDE)
            .description("For a friend's eyes")
            .payload("guide")
            .currency("XTR")
            .price(new LabeledPrice(Goods.GUIDE, Goods.PRICE))
            .build());
  }

  private String clubLink() throws TelegramApiException {
    return bot.execute(
        CreateInvoiceLink.builder()
            .title(Goods.CLUB)
            .description("A book a month")
            .payload("club")
            .currency("XTR")
            .price(new LabeledPrice(Goods.CLUB, Goods.PRICE))
            .subscriptionPeriod(Goods.MONTH)
            .build());
  }

  private void leave(long chat) throws TelegramApiException {
    bot.execute(
        EditUserStarSubscription.builder()
            .userId(chat)
            .telegramPaymentChargeId(memberSince.getOrDefault(chat, "none"))
            .isCanceled(true)
            .build());
    say(chat, "You have left the club");
  }

  private void press(CallbackQuery query) throws TelegramApiException {
    bot.execute(
        AnswerCallbackQuery.builder().callbackQueryId(query.getId()).text("Coming up").build());
    if ("guide".equals(query.getData())) {
      bill(query.getMessage().getChatId(), Goods.GUIDE, query.getData());
    }
  }

  private void check(PreCheckoutQuery query) throws TelegramApiException {
    var answer = AnswerPreCheckoutQuery.builder().preCheckoutQueryId(query.getId());
    switch (query.getInvoicePayload()) {
      case "guide", "club" -> bot.execute(answer.ok(true).build());
      case "dream" -> say(query.getFrom().getId(), Goods.THINKING);
      default -> bot.execute(answer.ok(false).errorMessage(Goods.SOLD_OUT).build());
    }
  }

  private void deliver(long chat, SuccessfulPayment payment) throws TelegramApiException {
    var charge = payment.getTelegramPaymentChargeId();
    if (payment.getInvoicePayload().equals("club")) {
      boolean first = Boolean.TRUE.equals(payment.getIsFirstRecurring());
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
    say(chat, "Thank you for " + payment.getTotalAmount() + " Stars! Your receipt: " + charge);
    bot.execute(
        SendDocument.builder()
            .chatId(chat)
            .document(new InputFile(new ByteArrayInputStream(Goods.file()), Goods.FILE_NAME))
            .caption("Enjoy!")
            .build());
  }

  private void refund(long chat) throws TelegramApiException {
    var charge = lastCharge.getOrDefault(chat, "none");
    try {
      bot.execute(RefundStarPayment.builder().userId(chat).telegramPaymentChargeId(charge).build());
    } catch (TelegramApiRequestException e) {
      say(chat, e.getApiResponse());
    }
  }

  private String statement() throws TelegramApiException {
    var lines = new StringBuilder();
    for (var line : bot.execute(GetStarTransactions.builder().build()).getTransactions()) {
      lines.append(told(line)).append('\n');
    }
    return lines + "balance " + bot.execute(new GetMyStarBalance()).getAmount();
  }

  private static String told(StarTransaction line) {
    if (line.getSource() instanceof TransactionPartnerUser payer) {
      return "+" + line.getAmount() + " " + payer.getInvoicePayload();
    }
    if (line.getReceiver() instanceof TransactionPartnerUser payee) {
      return "-" + line.getAmount() + " " + payee.getInvoicePayload();
    }
    return "?" + line;
  }

  private void say(long chat, String text) throws TelegramApiException {
    bot.execute(SendMessage.builder().chatId(chat).text(text).build());
  }
}
