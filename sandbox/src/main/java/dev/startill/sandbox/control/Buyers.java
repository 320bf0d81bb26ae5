package dev.startill.sandbox.control;

import dev.startill.sandbox.live.LiveWorld;
import dev.startill.sandbox.wire.Answer;
import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.wire.PaidMediaShapes;
import dev.startill.sandbox.wire.Seen;
import dev.startill.sandbox.wire.Shapes;
import dev.startill.sandbox.world.Chat;
import dev.startill.sandbox.world.Content;
import dev.startill.sandbox.world.Invoice;
import dev.startill.sandbox.world.Message;
import dev.startill.sandbox.world.Outcome;
import dev.startill.sandbox.world.PaidMediaSales;
import dev.startill.sandbox.world.Refusal;
import dev.startill.sandbox.world.User;
import dev.startill.sandbox.world.World;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a buyer does: {@code /sandbox/users…}. */
final class Buyers {
  private static final long BUTTON_PATIENCE_SECONDS = 15;

  private final LiveWorld live;
  private final Waiting waiting;
  private final Talk talk;
  private final Paying paying;

  Buyers(LiveWorld live, Waiting waiting, Paying paying) {
    this.live = live;
    this.waiting = waiting;
    this.talk = new Talk(live, waiting);
    this.paying = paying;
  }

  Answer answer(Request request) {
    int depth = request.path().size();
    boolean post = request.verb().equals("POST");
    if (depth == 1) {
      return post ? join(request) : Answer.json(200, live.with(Buyers::all));
    }
    long user = request.pathNumber(1);
    if (depth == 2 && !post) {
      return Answer.json(200, live.with(world -> shown(world, user(world, user))));
    }
    if (Talk.takes(request)) {
      if (!request.verb().equals("GET")) {
        live.run(world -> requireAlive(user(world, user)));
      }
      return talk.answer(request, user);
    }
    var what = depth == 3 ? request.path().get(2) : "";
    return post ? act(request, user, what) : look(request, user, what);
  }

  private Answer look(Request request, long user, String what) {
    return switch (what) {
      case "messages" -> read(request, user);
      case "chats" ->
          Answer.json(200, live.with(world -> SharedChats.chats(world, user(world, user))));
      default -> throw Control.noSuchCall(request);
    };
  }

  private Answer act(Request request, long user, String what) {
    live.run(world -> requireAlive(user(world, user)));
    return switch (what) {
      case "payments" -> pay(request, user);
      case "stars" -> give(request, user);
      case "callbacks" -> press(request, user);
      case "join" -> joinChat(request, user);
      case "block" -> block(request, user, true);
      case "business" -> connect(request, user);
      case "unblock" -> block(request, user, false);
      case "delete" ->
          Answer.json(
              200, live.with(world -> shown(world, world.people().delete(user(world, user)))));
      default -> throw Control.noSuchCall(request);
    };
  }

  private Answer join(Request request) {
    var name = request.text("first_name");
    var username = request.textOr("username", "");
    var language = request.textOr("language_code", "");
    long stars = request.numberOr("stars", 0);
    return Answer.json(
        200,
        live.with(world -> shown(world, world.people().join(name, username, language, stars))));
  }

  private Answer joinChat(Request request, long user) {
    var link = request.text("link");
    return Answer.json(200, live.with(world -> SharedChats.join(world, user(world, user), link)));
  }

  private Answer give(Request request, long user) {
    long stars = request.number("stars");
    return Answer.json(
        200,
        live.with(
            world -> {
              world.people().give(user(world, user), stars);
              return shown(world, user(world, user));
            }));
  }

  private Answer read(Request request, long user) {
    var named = request.query().text("bot");
    long after = request.query().number("after", 0, 0, Long.MAX_VALUE);
    return Answer.json(
        200,
        live.with(
            world -> {
              var bot = Bots.find(world, named);
              var shapes = new Seen(world, user);
              var list = Json.array();
              world
                  .chats()
                  .messages(new Chat.Private(bot.id(), user(world, user).id()), after)
                  .forEach(message -> list.add(shapes.message(message)));
              return list;
            }));
  }

  private Answer block(Request request, long user, boolean blocked) {
    return Answer.json(
        200,
        live.with(
            world -> {
              var bot = Bots.named(world, request);
              world.chats().block(new Chat.Private(bot.id(), user(world, user).id()), blocked);
              return Json.object().put("blocked", blocked);
            }));
  }

  /** Lets a bot act for the user's business account, or with {@code "enabled": false} no longer. */
  private Answer connect(Request request, long user) {
    boolean enabled = request.body().path("enabled").asBoolean(true);
    return Answer.json(
        200,
        live.with(
            world -> {
              long bot = Bots.named(world, request).id();
              long owner = user(world, user).id();
              var connection = world.businesses().connect(owner, bot, enabled);
              return new Shapes(world.people()).connection(connection);
            }));
  }

  private Answer pay(Request request, long user) {
    var media = live.with(world -> buyMedia(world, request, user));
    if (media.isPresent()) {
      return Answer.json(200, Paying.told(media.get()));
    }
    var outcome =
        paying.pay(
            world -> {
              var buyer = user(world, user);
              var bill = bill(world, request, buyer);
              return world.payments().pay(buyer.id(), bill.bot(), bill.invoice());
            });
    return Answer.json(200, Paying.told(outcome));
  }

  /** Paid media is bought at once; no bot is asked. */
  private static Optional<Outcome> buyMedia(World world, Request request, long user) {
    if (request.body().has("link")) {
      return Optional.empty();
    }
    var buyer = user(world, user);
    var message = message(world, request, buyer);
    return PaidMediaSales.in(message)
        .map(
            media -> {
              var shown = Json.text(PaidMediaShapes.open(media));
              return world.paidMedia().buy(buyer.id(), message, media, shown);
            });
  }

  private record Bill(long bot, Invoice invoice) {}

  private static Bill bill(World world, Request request, User buyer) {
    if (request.body().has("link")) {
      var link =
          world
              .payments()
              .find(request.text("link"))
              .orElseThrow(() -> Refusal.of(404, "Not Found: no such invoice link"));
      return new Bill(link.bot(), link.invoice());
    }
    var message = message(world, request, buyer);
    boolean payable = message.replyMarkup().contains("\"pay\":true");
    if (message.content() instanceof Content.Offer offer && payable) {
      return new Bill(offer.bot(), offer.invoice());
    }
    throw Refusal.of(400, "Bad Request: message " + message.id() + " is no invoice");
  }

  private Answer press(Request request, long user) {
    record Pressed(long callback, CompletableFuture<Waiting.ButtonAnswer> answer) {}
    var data = request.text("data");
    var pressed =
        live.with(
            world -> {
              var presser = user(world, user);
              var message = message(world, request, presser);
              var callback = world.buttons().press(presser.id(), message, data);
              return new Pressed(callback.id(), waiting.button(callback.id()));
            });
    try {
      var silence = new Waiting.ButtonAnswer("", false, "");
      var answer = wait(pressed.answer(), BUTTON_PATIENCE_SECONDS, silence);
      var json = Json.object();
      if (!answer.text().isEmpty()) {
        json.put("text", answer.text()).put("show_alert", answer.alert());
      }
      if (!answer.url().isEmpty()) {
        json.put("url", answer.url());
      }
      return Answer.json(200, json);
    } finally {
      waiting.forgetButton(pressed.callback());
    }
  }

  private static Message message(World world, Request request, User user) {
    var chat =
        request.body().has("chat")
            ? Communities.readable(world, request.number("chat"), user.id())
            : new Chat.Private(Bots.named(world, request).id(), user.id());
    long id = request.number("message_id");
    return world
        .chats()
        .message(chat, id)
        .orElseThrow(() -> Refusal.of(404, "Not Found: no message " + id + " in this chat"));
  }

  private static <T> T wait(CompletableFuture<T> future, long seconds, T otherwise) {
    try {
      return future.get(seconds, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      return otherwise;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return otherwise;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void requireAlive(User user) {
    if (user.isDeleted()) {
      throw Refusal.of(400, "Bad Request: the account of user " + user.id() + " is deleted");
    }
  }

  static User user(World world, long id) {
    return world
        .people()
        .user(id)
        .orElseThrow(() -> Refusal.of(404, "Not Found: no user " + id + "; POST /sandbox/users"));
  }

  private static ObjectNode shown(World world, User user) {
    var json = new Shapes(world.people()).user(user.id());
    return json.put("stars", world.people().stars(user.id()));
  }

  private static ArrayNode all(World world) {
    var list = Json.array();
    world.people().users().forEach(user -> list.add(shown(world, user)));
    return list;
  }
}
