package dev.startill.simulation;

import dev.startill.catalog.Delivery;
import dev.startill.party.BuyerId;
import dev.startill.payment.Answer;
import dev.startill.payment.ChargeId;
import dev.startill.port.Invoice;
import dev.startill.port.Reply;
import dev.startill.port.StatementLine;
import dev.startill.port.Telegram;
import dev.startill.port.TelegramException;
import dev.startill.sandbox.world.Caption;
import dev.startill.sandbox.world.Content;
import dev.startill.sandbox.world.Marks;
import dev.startill.sandbox.world.Media;
import dev.startill.sandbox.world.Refusal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The World as the engine calls it, in all weathers. What the engine says here is checked at once:
 * nothing may be told that is not committed. For one thread.
 */
final class WorldTelegram implements Telegram {
  private static final Reply DONE = new Reply.Done();
  private static final Reply ALREADY_REFUNDED =
      new Reply.Refused(400, "Bad Request: CHARGE_ALREADY_REFUNDED");

  private final Stage stage;

  WorldTelegram(Stage stage) {
    this.stage = stage;
  }

  @Override
  public Reply answer(Answer answer) {
    return switch (answer) {
      case Answer.Approve approve -> {
        stage.checker.approving(approve.checkout().value());
        yield answered("approve", answer, id -> approve(id));
      }
      case Answer.Decline decline ->
          answered("decline " + decline.reason(), answer, id -> decline(id, decline));
    };
  }

  private interface Saying {
    void say(long checkout);
  }

  private Reply answered(String word, Answer answer, Saying saying) {
    var id = Long.parseLong(answer.checkout().value());
    var reply =
        call(
            word + " " + id,
            () -> {
              saying.say(id);
              return DONE;
            });
    if (reply instanceof Reply.Refused) {
      stage.reached.count(Fault.STALE_CHECKOUT);
    }
    return reply;
  }

  private void approve(long checkout) {
    stage.world.payments().approve(Stage.BOT, checkout);
  }

  private void decline(long checkout, Answer.Decline decline) {
    stage.world.payments().decline(Stage.BOT, checkout, decline.reason().text());
  }

  @Override
  public Reply sendInvoice(BuyerId buyer, Invoice invoice) {
    var offer = new Content.Offer(shown(invoice), Stage.BOT);
    return send("sendInvoice " + invoice.payload().text(), buyer, () -> offer);
  }

  @Override
  public URI createInvoiceLink(Invoice invoice) {
    var url = new String[1];
    var reply =
        call(
            "createInvoiceLink " + invoice.payload().text(),
            () -> {
              url[0] = stage.world.payments().link(Stage.BOT, shown(invoice)).url();
              return DONE;
            });
    if (reply instanceof Reply.Done) {
      return URI.create(url[0]);
    }
    throw new TelegramException("No link was made.", reply);
  }

  @Override
  public Reply sendText(BuyerId buyer, String text) {
    stage.checker.telling(text);
    return send("sendMessage " + oneLine(text), buyer, () -> new Content.Text(text, ""));
  }

  @Override
  public Reply sendFile(BuyerId buyer, Delivery.File file, String caption) {
    stage.checker.telling(caption);
    return send(
        "sendDocument " + oneLine(caption),
        buyer,
        () ->
            new Content.Attachment(
                stage.world.files().at(Media.DOCUMENT, file.location(), "application/pdf"),
                new Caption(caption, "", false, false)));
  }

  @Override
  public Reply refund(BuyerId buyer, ChargeId charge) {
    stage.refundings.asking(charge.value());
    var fault = stage.weather.onRefund();
    var reply =
        made(
            "refundStarPayment " + Checker.brief(charge.value()),
            fault,
            giving(fault, buyer, charge));
    stage.refundings.answered(charge.value(), reply);
    if (fault == Weather.Call.DONE && reply instanceof Reply.Refused) {
      stage.reached.count(Fault.REFUND_REFUSED);
    }
    return reply;
  }

  private Supplier<Reply> giving(Weather.Call fault, BuyerId buyer, ChargeId charge) {
    return () -> {
      if (fault == Weather.Call.REFUNDED_BY_REFUSAL) {
        stage.silently(() -> give(buyer, charge));
        stage.reached.count(Fault.REFUNDED_BY_REFUSAL);
        return ALREADY_REFUNDED;
      }
      give(buyer, charge);
      return DONE;
    };
  }

  private void give(BuyerId buyer, ChargeId charge) {
    stage.world.till().refund(Stage.BOT, buyer.value(), charge.value());
    stage.refundings.made(charge.value());
  }

  @Override
  public List<StatementLine> statement(long offset, int limit) {
    var lines = new ArrayList<StatementLine>();
    var reply =
        call(
            "getStarTransactions " + offset + "+" + limit,
            () -> {
              stage.world.books().lines(Stage.BOT, (int) offset, limit).stream()
                  .map(Translation::line)
                  .forEach(lines::add);
              return DONE;
            });
    if (reply instanceof Reply.Done) {
      if (lines.size() < limit) {
        stage.refundings.stated();
      }
      return List.copyOf(lines);
    }
    stage.reached.count(Fault.STATEMENT_FAILED);
    throw new TelegramException("The statement could not be read.", reply);
  }

  @Override
  public long balance() {
    var nanos = new long[1];
    var reply =
        call(
            "getMyStarBalance",
            () -> {
              nanos[0] = Translation.nanos(stage.world.books().balance(Stage.BOT));
              return DONE;
            });
    if (reply instanceof Reply.Done) {
      return nanos[0];
    }
    stage.reached.count(Fault.STATEMENT_FAILED);
    throw new TelegramException("The balance could not be read.", reply);
  }

  private Reply send(String what, BuyerId buyer, Supplier<Content> content) {
    var chats = stage.world.chats();
    return call(
        what + " to " + buyer,
        () -> {
          var chat = chats.reachable(Stage.BOT, buyer.toString());
          chats.send(Stage.BOT, chat, content.get(), "", Marks.NONE);
          return DONE;
        });
  }

  private Reply call(String what, Supplier<Reply> deed) {
    return made(what, stage.weather.onCall(), deed);
  }

  private Reply made(String what, Weather.Call how, Supplier<Reply> deed) {
    stage.checker.calling(what);
    stage.seams.cross(Seams.Seam.BEFORE_CALL);
    stage.waitForWorld();
    var reply = reply(how, deed);
    stage.trace.say("  " + what + " (" + how + ") -> " + reply);
    stage.seams.cross(Seams.Seam.AFTER_CALL);
    return reply;
  }

  private Reply reply(Weather.Call how, Supplier<Reply> deed) {
    return switch (how) {
      case DONE, REFUNDED_BY_REFUSAL -> tried(deed);
      case ANSWER_LOST -> {
        var done = tried(deed);
        stage.pass(10_000);
        // A refusal's answer is as lost as any other, but it is the deed that makes this rare.
        if (done instanceof Reply.Done) {
          stage.reached.count(Fault.ANSWER_LOST);
        }
        yield new Reply.Unknown("no answer within 10 s");
      }
      case CALL_LOST -> {
        stage.pass(10_000);
        yield failed(Fault.CALL_LOST, new Reply.Unknown("no answer within 10 s"));
      }
      case FLOOD -> failed(Fault.FLOOD, new Reply.Later(Duration.ofSeconds(7)));
      case SERVER_ERROR -> failed(Fault.SERVER_ERROR, new Reply.Unknown("Telegram answered 502."));
      case GARBAGE -> {
        if (tried(deed) instanceof Reply.Done) {
          stage.reached.count(Fault.GARBAGE);
        }
        yield new Reply.Unknown("Telegram answered what is no JSON.");
      }
      case UNSENT -> failed(Fault.UNSENT, new Reply.Unsent("connection refused"));
      case CALLED_REFUNDED -> failed(Fault.CALLED_REFUNDED, ALREADY_REFUNDED);
      case REFUSED -> failed(Fault.REFUSED, new Reply.Refused(400, "Bad Request: not today"));
    };
  }

  private Reply failed(Fault fault, Reply reply) {
    stage.reached.count(fault);
    return reply;
  }

  private static Reply tried(Supplier<Reply> deed) {
    try {
      return deed.get();
    } catch (Refusal no) {
      return no.code() == 403
          ? new Reply.Unreachable(no.description())
          : new Reply.Refused(no.code(), no.description());
    }
  }

  private static dev.startill.sandbox.world.Invoice shown(Invoice invoice) {
    return new dev.startill.sandbox.world.Invoice(
        invoice.title(),
        invoice.description(),
        invoice.payload().text(),
        "",
        "XTR",
        invoice.price().count(),
        "");
  }

  private static String oneLine(String text) {
    return Optional.of(text.replace('\n', ' '))
        .map(line -> line.length() > 90 ? line.substring(0, 90) + "…" : line)
        .get();
  }
}
