package dev.startill.server.web;

import dev.startill.Desk;
import dev.startill.Startill;
import dev.startill.payment.ChargeId;
import dev.startill.payment.MessageId;
import dev.startill.payment.Resolution;
import dev.startill.port.Books;
import dev.startill.port.CaseId;
import dev.startill.server.pages.Notice;
import dev.startill.server.pages.Pages;
import dev.startill.server.tools.Replay;
import dev.startill.server.words.CaseWords;
import java.util.Optional;

/**
 * What operators do by the pages' forms. Each answers the page to go to, with what came of it; or
 * nothing, where the form is none of ours. Threads share it.
 */
public final class Actions {
  private static final String OF_THE_PAGE = "by the operator's page";

  private final Startill startill;
  private final Books books;

  /** Of this shop. */
  public Actions(Startill startill, Books books) {
    this.startill = startill;
    this.books = books;
  }

  Optional<String> act(String path, Form form) {
    try {
      return switch (path) {
        case "/refund" -> refund(form);
        case "/outbox" -> replay(form);
        default -> path.startsWith("/cases/") ? resolve(path.substring(7), form) : Optional.empty();
      };
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<String> refund(Form form) {
    if (form.text("sure").isEmpty() || form.text("reason").isEmpty()) {
      return Optional.empty();
    }
    return form.text("charge")
        .map(ChargeId::new)
        .map(
            charge -> {
              var answer = startill.refund(charge, form.note("reason", OF_THE_PAGE));
              return Notice.on(Pages.placeOf(charge, books), Notice.code(answer));
            });
  }

  private Optional<String> resolve(String id, Form form) {
    var how = form.text("how").flatMap(CaseWords::resolution);
    return how.map(
        way -> {
          var answer = resolve(new CaseId(id), way, form);
          return Notice.on("/cases/" + id, Notice.code(answer, way));
        });
  }

  private Desk.Answer resolve(CaseId id, Resolution how, Form form) {
    var note = form.note("note", OF_THE_PAGE);
    var charge = form.text("charge").map(ChargeId::new);
    return how == Resolution.CHARGEBACK && charge.isPresent()
        ? startill.desk().chargedBack(id, charge.get(), note)
        : startill.desk().resolve(id, how, note);
  }

  private Optional<String> replay(Form form) {
    if (form.text("all").isPresent()) {
      var result = Replay.all(books, startill.desk(), looked -> {});
      return Optional.of(Notice.on("/outbox", Notice.code(result.sent(), result.refused())));
    }
    return form.text("message")
        .map(MessageId::new)
        .map(
            id -> {
              var done = startill.desk().replay(id) == Desk.Answer.DONE;
              return Notice.on("/outbox", Notice.code(done ? 1 : 0, done ? 0 : 1));
            });
  }
}
