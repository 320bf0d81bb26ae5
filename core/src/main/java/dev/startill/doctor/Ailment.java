package dev.startill.doctor;

import static dev.startill.doctor.Severity.FAIL;
import static dev.startill.doctor.Severity.WARN;

import java.util.Locale;

/** All that can be wrong, and what to do about each: docs/operating/doctor.md. */
public enum Ailment {
  /** Too old a Java runs this. */
  JAVA_OLD(FAIL, Subject.JAVA, "Install JDK 21 or newer."),
  /** The shop's file cannot be used. */
  CONFIG_WRONG(FAIL, Subject.CONFIG, "Do what it says."),
  /** Nobody served this shop yet. */
  STORE_ABSENT(
      WARN, Subject.DATABASE, "Begin with './startill serve', or name another shop with --config."),
  /** No server works on the store. */
  SERVER_STOPPED(WARN, Subject.SERVER, "Start it: ./startill serve"),
  /** A server runs and cannot sell. */
  SERVER_TROUBLED(
      FAIL, Subject.SERVER, "Do what it says; it goes on by itself once that is mended."),
  /** Something needs a person. */
  CASES_OPEN(WARN, Subject.CASES, "Decide them: ./startill cases"),
  /** Messages were given up. */
  MESSAGES_DEAD(
      WARN, Subject.OUTBOX, "Mend what stopped them, then send them again: ./startill outbox"),
  /** No code is left to sell. */
  SOLD_OUT(
      WARN,
      Subject.PRODUCTS,
      "Add codes by Startill.stock, or to the product's file before a restart."),
  /** It cannot be read and written. */
  STORE_UNREACHED(
      FAIL, Subject.DATABASE, "Do what it says; checkouts are answered \"no\" until then."),
  /** A setting takes away what a commit promises. */
  STORE_FORGETFUL(
      FAIL,
      Subject.DATABASE,
      "Set it as wanted: what was acknowledged may be lost with the machine."),
  /** The file is another user's. */
  FILE_OF_ANOTHER(
      WARN, Subject.DISK, "Run the server and every tool as the file's owner, and chown the rest."),
  /** WAL needs memory that processes share: https://www.sqlite.org/wal.html. */
  FILE_ON_NETWORK(
      FAIL, Subject.DISK, "Put the file on a disk of this machine, or use PostgreSQL or MariaDB."),
  /** Nothing can be written soon. */
  DISK_FULL(FAIL, Subject.DISK, "Make room now: nothing can be sold without."),
  /** Less is free than a busy year writes. */
  DISK_LOW(WARN, Subject.DISK, "Make room."),
  /** Nobody read it to its end yet. */
  STATEMENT_UNREAD(
      WARN,
      Subject.STATEMENT,
      "Start the bot or its server, which reads it; until then nothing goes back by itself."),
  /** Nobody read it for a while. */
  STATEMENT_OLD(
      WARN, Subject.STATEMENT, "See that the bot or its server runs and that Telegram answers."),
  /** Payments of ours for orders that are not here: two stores, or one from a backup. */
  ORDERS_ELSEWHERE(
      WARN,
      Subject.DATABASE,
      "One bot has one store: stop the other Startill. After a restored backup, decide the"
          + " cases."),
  /** The catalogue is empty. */
  NOTHING_ON_SALE(WARN, Subject.PRODUCTS, "Put a product into the catalogue."),
  /** One message cannot hold the text. */
  TEXT_TOO_LONG(FAIL, Subject.PRODUCTS, "Shorten it, or deliver a file."),
  /** There is no such file, or it may not be read. */
  FILE_UNREADABLE(FAIL, Subject.PRODUCTS, "Put it there, and let this user read it."),
  /** A bot may not upload it. */
  FILE_TOO_LARGE(FAIL, Subject.PRODUCTS, "Put it on a web server and deliver a link in a text."),
  /** {@code getMe} is refused. */
  TOKEN_REFUSED(
      FAIL,
      Subject.TELEGRAM,
      "Copy it anew from @BotFather (/mybots, API Token), and start again."),
  /** No answer comes, or one that cannot be read. */
  TELEGRAM_UNREACHED(
      FAIL,
      Subject.TELEGRAM,
      "See to the network, the proxy and the API's address; until then nothing is sold."),
  /** This way to Telegram has no {@code Checkup}. */
  NOT_ASKED(
      WARN,
      Subject.TELEGRAM,
      "Implement Telegram.checkup(), or ask by startill-telegram-http with the same token."),
  /** Topics in private chats cost a part of what is sold: terms for bot developers, 6.2.6. */
  TOPICS_COST(
      WARN,
      Subject.TELEGRAM,
      "Turn topics off in @BotFather unless the bot needs them:"
          + " https://telegram.org/tos/bot-developers"),
  /** A call after {@code getMe} failed. */
  UNANSWERED(WARN, Subject.TELEGRAM, "Ask again in a minute; if it lasts, see to the network."),
  /** This machine's clock and Telegram's differ. */
  CLOCK_OFF(WARN, Subject.CLOCK, "Set this machine's clock, by NTP for instance."),
  /** Updates are asked for here, and Telegram brings them elsewhere. */
  WEBHOOK_ELSEWHERE(
      FAIL,
      Subject.UPDATES,
      "Find out who listens there; then call deleteWebhook, or take updates by a webhook here."),
  /** The same, before a server that ends the webhook. */
  WEBHOOK_LEFT(
      WARN,
      Subject.UPDATES,
      "The server ends it when it starts: see first that nobody needs that address."),
  /** Telegram brings updates to another address than ours, or to none. */
  WEBHOOK_LOST(
      FAIL,
      Subject.UPDATES,
      "Find out who set it so; then set ours again: restart the server, or call setWebhook."),
  /** The same, before somebody of ours sets it. */
  WEBHOOK_UNSET(
      WARN,
      Subject.UPDATES,
      "See first that nobody needs the other one: the server sets ours when it starts, and a bot"
          + " of your own calls setWebhook."),
  /** Telegram could not bring an update a short while ago. */
  WEBHOOK_FAILING(
      WARN,
      Subject.UPDATES,
      "See that the address is public, its certificate valid, its port 443, 80, 88 or 8443, and"
          + " that it answers 200."),
  /** Updates pile up. */
  UPDATES_WAIT(
      WARN,
      Subject.UPDATES,
      "See that the bot runs and keeps up: a checkout waits ten seconds, a message 24 hours."),
  /** Nobody can pay. */
  CHECKOUTS_HIDDEN(
      FAIL,
      Subject.UPDATES,
      "Add pre_checkout_query to allowed_updates, or send an empty list; Telegram keeps the last."),
  /** Who paid waits for the statement. */
  PAYMENTS_HIDDEN(
      FAIL,
      Subject.UPDATES,
      "Add message to allowed_updates, or send an empty list; Telegram keeps the last."),
  /** What this process asks for does not come. */
  UPDATES_STOPPED(FAIL, Subject.UPDATES, "A bot has one poller or one webhook: end the other one."),
  /** Somebody else asks with this token. */
  POLLED_ELSEWHERE(
      FAIL,
      Subject.UPDATES,
      "Stop the other process; if nobody knows it, have @BotFather make a new token."),
  /** Telegram's menu has no {@code /paysupport}. */
  SUPPORT_UNLISTED(
      WARN,
      Subject.COMMANDS,
      "Answer /paysupport and name it to setMyCommands:"
          + " https://core.telegram.org/bots/payments-stars#live-checklist"),
  /** Telegram's menu has no {@code /terms}. */
  TERMS_UNLISTED(
      WARN,
      Subject.COMMANDS,
      "Answer /terms and name it to setMyCommands:"
          + " https://core.telegram.org/bots/payments-stars#live-checklist"),
  /** Buyers took back more than there was. */
  BALANCE_NEGATIVE(
      WARN,
      Subject.BALANCE,
      "Find the chargebacks among the cases; until sales make up for it, refunds may be refused.");

  private final Severity severity;
  private final Subject subject;
  private final String remedy;

  Ailment(Severity severity, Subject subject, String remedy) {
    this.severity = severity;
    this.subject = subject;
    this.remedy = remedy;
  }

  /** What machines know it by, such as {@code webhook-elsewhere}. Stays as it is. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** How bad it is; never {@link Severity#OK}. */
  public Severity severity() {
    return severity;
  }

  /** What it is about. */
  public Subject subject() {
    return subject;
  }

  /** What to do about it, in one line. */
  public String remedy() {
    return remedy;
  }

  /** It was found. */
  public Finding.Ill found(String what) {
    return new Finding.Ill(this, what);
  }
}
