package dev.startill.server.web;

import dev.startill.payment.ChargeId;
import dev.startill.payment.OrderId;
import dev.startill.port.CaseId;
import dev.startill.port.StoreException;
import dev.startill.port.TelegramException;
import dev.startill.server.pages.Ids;
import dev.startill.server.pages.Pages;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The operator's pages and what their forms do. Asks everybody for the key, and a form for where it
 * came from. Threads share it.
 */
public final class Site {
  private static final Logger LOG = LoggerFactory.getLogger(Site.class);
  private static final String HTML = "text/html; charset=utf-8";

  private final Pages pages;
  private final Actions actions;
  private final Operator operator;

  /**
   * A site.
   *
   * @param pages what operators see
   * @param actions what they do
   * @param key what opens both
   */
  public Site(Pages pages, Actions actions, OperatorKey key) {
    this.pages = pages;
    this.actions = actions;
    this.operator = new Operator(key);
  }

  void page(String path, ServerRequest request, ServerResponse response) {
    if (!isAdmitted(request, response)) {
      return;
    }
    if (path.equals("/money.csv")) {
      unlessTheBooksFail(response, () -> export(request, response));
      return;
    }
    var sought = path.equals("/") ? sought(request) : Optional.<String>empty();
    unlessTheBooksFail(
        response,
        () -> {
          var place = sought.flatMap(pages::placeOf);
          if (place.isPresent()) {
            seeOther(response, place.get());
            return;
          }
          var page = sought.map(pages::found).or(() -> pageAt(path, request));
          if (page.isPresent()) {
            html(response, Status.OK_200, page.get());
          } else {
            notice(
                response,
                Status.NOT_FOUND_404,
                "There is nothing here",
                "Nothing has this id, and no page this address.",
                "");
          }
        });
  }

  private Optional<String> pageAt(String path, ServerRequest request) {
    var said = parameter(request, "said").orElse("");
    return switch (path) {
      case "/" -> Optional.of(pages.orders(before(request)));
      case "/cases" -> Optional.of(pages.cases(said));
      case "/outbox" -> Optional.of(pages.outbox(said));
      case "/money" ->
          Optional.of(
              pages.money(
                  day(request, "from"),
                  day(request, "to"),
                  parameter(request, "by").equals(Optional.of("product"))));
      case "/refund" ->
          parameter(request, "charge")
              .flatMap(text -> Ids.read(text, ChargeId::new))
              .flatMap(charge -> pages.refund(charge, said));
      default ->
          below("/orders/", path)
              .flatMap(id -> Ids.read(id, OrderId::new))
              .flatMap(id -> pages.order(id, said))
              .or(
                  () ->
                      below("/cases/", path)
                          .flatMap(id -> Ids.read(id, CaseId::new))
                          .flatMap(id -> pages.caseOf(id, said)));
    };
  }

  void action(String path, ServerRequest request, ServerResponse response) throws IOException {
    if (!isAdmitted(request, response)) {
      return;
    }
    if (!SameOrigin.sent(request)) {
      notice(
          response,
          Status.FORBIDDEN_403,
          "This was not sent from here",
          "Forms count only where the browser says that they come from this server's own pages. Does"
              + " a proxy in front change the Host header? Let it pass on the one that it gets.",
          "");
      return;
    }
    var form = Form.in(request);
    unlessTheBooksFail(
        response,
        () -> {
          var next = form.flatMap(fields -> actions.act(path, fields));
          if (next.isPresent()) {
            seeOther(response, next.get());
          } else {
            notice(
                response,
                Status.BAD_REQUEST_400,
                "That cannot be done",
                "Something in the form is missing, or there is no such form. Nothing was done. Go"
                    + " back, and fill in all of it.",
                "");
          }
        });
  }

  private void export(ServerRequest request, ServerResponse response) {
    response.header(HeaderNames.CONTENT_TYPE, "text/csv; charset=utf-8");
    response.header(HeaderNames.CONTENT_DISPOSITION, "attachment; filename=\"startill.csv\"");
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    try (var writer = new OutputStreamWriter(response.outputStream(), StandardCharsets.UTF_8)) {
      pages.export(day(request, "from"), day(request, "to"), writer);
    } catch (IOException e) {
      LOG.debug("Somebody did not want all of the CSV: {}", e.toString());
    }
  }

  private boolean isAdmitted(ServerRequest request, ServerResponse response) {
    if (operator.admits(request, response)) {
      return true;
    }
    notice(
        response,
        Status.UNAUTHORIZED_401,
        "This page needs its key",
        "Open it as /?key=… with the key that lies in the server's data folder, in this file:",
        operator.fileName());
    return false;
  }

  private void unlessTheBooksFail(ServerResponse response, Runnable work) {
    try {
      work.run();
    } catch (StoreException e) {
      LOG.error("The books cannot be used. {}", e.getMessage());
      notice(
          response,
          Status.SERVICE_UNAVAILABLE_503,
          "The books cannot be used right now",
          "Payments are safe with Telegram meanwhile. The server's log says more:",
          String.valueOf(e.getMessage()));
    } catch (TelegramException e) {
      LOG.warn("Telegram did not say what was needed. {}", e.getMessage());
      notice(
          response,
          Status.SERVICE_UNAVAILABLE_503,
          "Telegram does not answer right now",
          "Nothing was done. Try again in a while:",
          String.valueOf(e.getMessage()));
    }
  }

  private static Optional<String> below(String folder, String path) {
    return path.startsWith(folder)
        ? Optional.of(path.substring(folder.length()))
        : Optional.empty();
  }

  private static Optional<LocalDate> day(ServerRequest request, String name) {
    return parameter(request, name).flatMap(Site::day);
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> parameter(ServerRequest request, String name) {
    return request.query().first(name).asOptional();
  }

  private static void seeOther(ServerResponse response, String place) {
    response.status(Status.SEE_OTHER_303);
    response.header(HeaderNames.LOCATION, place);
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    response.send();
  }

  private static Optional<String> sought(ServerRequest request) {
    return parameter(request, "q").map(String::strip).filter(text -> !text.isEmpty());
  }

  private static Optional<OrderId> before(ServerRequest request) {
    return parameter(request, "before").flatMap(text -> Ids.read(text, OrderId::new));
  }

  void notice(ServerResponse response, Status status, String title, String text, String code) {
    html(response, status, pages.notice(title, text, code));
  }

  /** NUL is no character of HTML, and yet may stand in what strangers sent. */
  private static void html(ServerResponse response, Status status, String page) {
    response.status(status);
    response.header(HeaderNames.CONTENT_TYPE, HTML);
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    response.send(page.replace('\0', '\uFFFD'));
  }
}
