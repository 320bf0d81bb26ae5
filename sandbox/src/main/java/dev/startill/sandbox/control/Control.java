package dev.startill.sandbox.control;

import dev.startill.sandbox.delivery.Polling;
import dev.startill.sandbox.faults.Faults;
import dev.startill.sandbox.live.Bell;
import dev.startill.sandbox.live.LiveWorld;
import dev.startill.sandbox.webapp.Launcher;
import dev.startill.sandbox.webapp.WebAppKeys;
import dev.startill.sandbox.wire.Answer;
import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.wire.Shapes;
import dev.startill.sandbox.world.Journal;
import dev.startill.sandbox.world.Refusal;
import dev.startill.sandbox.world.StoredFile;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.function.Predicate;

/** Answers calls to {@code /sandbox/…}. Thread-safe. */
public final class Control {
  private static final Set<String> SHOWN =
      Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

  /** A typing mistake must not end in another century: time does not go back. */
  private static final Duration LONGEST_JUMP = Duration.ofDays(3650);

  private final LiveWorld live;
  private final Buyers buyers;
  private final MyStars myStars;
  private final Treasury treasury;
  private final Bots bots;
  private final Communities communities;
  private final Switchboard switchboard;
  private final Calls calls;
  private final Patience patience;
  private final Rules rules;
  private final Invites invites;
  private final MiniApps miniApps;

  /** The control interface of one sandbox. */
  public Control(
      LiveWorld live,
      Polling polling,
      Waiting waiting,
      Faults faults,
      Journal journal,
      WebAppKeys keys,
      Predicate<String> isMethod) {
    this.live = live;
    var paying = new Paying(live, waiting);
    this.buyers = new Buyers(live, waiting, paying);
    this.myStars = new MyStars(live, paying);
    this.treasury = new Treasury(live);
    this.bots = new Bots(live, polling, keys);
    this.communities = new Communities(live);
    this.switchboard = new Switchboard(faults, isMethod);
    this.calls = new Calls(journal);
    this.patience = new Patience(bell(live, journal));
    this.rules = new Rules(live);
    this.invites = new Invites(live);
    this.miniApps = new MiniApps(live, new Launcher(keys));
  }

  private static Bell bell(LiveWorld live, Journal journal) {
    var bell = new Bell();
    live.watch(bell);
    journal.follow(call -> bell.ring());
    return bell;
  }

  /** The answer to a request; errors are {@code {"error": words}}. */
  public Answer answer(Request request) {
    try {
      Contents.require(request);
      return request.verb().equals("GET")
          ? patience.with(request, () -> route(request))
          : route(request);
    } catch (Refusal refusal) {
      return Answer.json(refusal.code(), Json.object().put("error", refusal.description()));
    }
  }

  /** {@link Contents} has let it through, so verb and path are those of a call that there is. */
  private Answer route(Request request) {
    boolean get = request.verb().equals("GET");
    if (request.path().isEmpty()) {
      return get ? Answer.json(200, Contents.shown()) : forget(request);
    }
    return switch (request.path().getFirst()) {
      case "users" -> user(request);
      case "keys" -> keys();
      case "chats" -> communities.answer(request);
      case "chargebacks" -> treasury.chargeback(request);
      case "withdrawals" -> treasury.withdrawals(request);
      case "bots" -> bots.answer(request);
      case "redeliver" -> bots.redeliver(request);
      case "clock" -> clock(request, !get);
      case "faults" -> switchboard.answer(request);
      case "knobs" -> rules.answer(request);
      case "calls" -> calls.answer(request);
      case "invites" -> invites.answer(request);
      case "invoices" -> invoice(request);
      case "files" -> file(request);
      default -> throw noSuchCall(request);
    };
  }

  /** Whose account is deleted can still be looked at, and does nothing. */
  private Answer user(Request request) {
    if (!request.verb().equals("GET") && request.path().size() > 1) {
      long user = request.pathNumber(1);
      live.run(world -> Buyers.requireAlive(Buyers.user(world, user)));
    }
    var below = request.path().size() > 2 ? request.path().get(2) : "";
    return switch (below) {
      case "transactions", "subscriptions" -> myStars.answer(request);
      case "webapps", "menu" -> miniApps.answer(request);
      default -> buyers.answer(request);
    };
  }

  /** What stands in for Telegram's public key, for those who check a Mini App's signature. */
  private static Answer keys() {
    return Answer.json(200, Json.object().put("ed25519", Launcher.PUBLIC_KEY));
  }

  private Answer clock(Request request, boolean post) {
    if (post) {
      var step = request.text("advance");
      try {
        var jump = Duration.parse(step);
        if (jump.compareTo(LONGEST_JUMP) > 0) {
          throw Refusal.of(400, "Bad Request: a jump is of ten years (P3650D) at most");
        }
        live.clock().advance(jump);
      } catch (DateTimeParseException | IllegalArgumentException e) {
        throw Refusal.of(
            400,
            "Bad Request: \"advance\" is an ISO 8601 duration of days or less, as P30D or PT11S,"
                + " and time does not go back");
      }
    }
    var now = live.clock().instant();
    return Answer.json(
        200, Json.object().put("now", now.toString()).put("unix", now.getEpochSecond()));
  }

  private Answer invoice(Request request) {
    var address = request.query().text("link");
    return Answer.json(
        200,
        live.with(
            world -> {
              var link =
                  world
                      .payments()
                      .find(address)
                      .orElseThrow(() -> Refusal.of(404, "Not Found: no such invoice link"));
              var json = Json.object();
              world.people().bot(link.bot()).ifPresent(bot -> json.set("bot", Shapes.bot(bot)));
              json.put("title", link.invoice().title())
                  .put("description", link.invoice().description())
                  .put("currency", link.invoice().currency())
                  .put("total_amount", link.invoice().amount());
              if (link.invoice().isSubscription()) {
                json.put("subscription_period", link.invoice().subscriptionPeriod());
              }
              if (!link.invoice().photoUrl().isEmpty()) {
                json.put("photo_url", link.invoice().photoUrl());
              }
              return json;
            }));
  }

  /** Pictures are shown, all else is a download: an upload must not run in the page's origin. */
  private Answer file(Request request) {
    var id = request.path().size() == 2 ? request.path().get(1) : "";
    return live.with(
            world -> {
              var type = world.files().file(id).map(StoredFile::mimeType).filter(SHOWN::contains);
              return world
                  .files()
                  .bytes(id)
                  .map(bytes -> new Answer(200, type.orElse("application/octet-stream"), bytes));
            })
        .orElseThrow(() -> Refusal.of(404, "Not Found: no bytes are kept of this file"));
  }

  private Answer forget(Request request) {
    switchboard.clear();
    calls.clear();
    live.forget(request.query().text("keep").equals("bots"));
    return Answer.json(200, Json.object().put("forgotten", true));
  }

  static Refusal noSuchCall(Request request) {
    return Refusal.of(
        404,
        "Not Found: %s /sandbox/%s is no call; GET /sandbox lists all"
            .formatted(request.verb(), String.join("/", request.path())));
  }
}
