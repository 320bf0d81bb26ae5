package dev.startill.sandbox.control;

import dev.startill.sandbox.live.LiveWorld;
import dev.startill.sandbox.wire.Answer;
import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.wire.MemberShapes;
import dev.startill.sandbox.wire.Seen;
import dev.startill.sandbox.wire.Shapes;
import dev.startill.sandbox.world.Chat;
import dev.startill.sandbox.world.Community;
import dev.startill.sandbox.world.Content;
import dev.startill.sandbox.world.Marks;
import dev.startill.sandbox.world.Membership;
import dev.startill.sandbox.world.Membership.Status;
import dev.startill.sandbox.world.Refusal;
import dev.startill.sandbox.world.World;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Channels and groups: {@code /sandbox/chats…}. */
final class Communities {
  private static final Map<String, Status> STATUSES =
      Map.of(
          "administrator", Status.ADMINISTRATOR,
          "member", Status.MEMBER,
          "left", Status.LEFT,
          "kicked", Status.KICKED);

  private final LiveWorld live;

  Communities(LiveWorld live) {
    this.live = live;
  }

  Answer answer(Request request) {
    boolean post = request.verb().equals("POST");
    int depth = request.path().size();
    if (depth == 1) {
      return post ? found(request) : done(Communities::all);
    }
    long id = request.pathNumber(1);
    if (depth == 2 && !post) {
      return done(world -> withMembers(world, community(world, id)));
    }
    return switch ((depth == 3 ? request.path().get(2) : "") + (post ? "" : " read")) {
      case "members" -> stand(request, id);
      case "subscription" -> subscription(request, id);
      case "messages" -> write(request, id);
      case "messages read" -> read(request, id);
      default -> throw Control.noSuchCall(request);
    };
  }

  private Answer found(Request request) {
    var type = request.text("type");
    if (!type.equals("channel") && !type.equals("supergroup")) {
      throw Refusal.of(400, "Bad Request: \"type\" is channel or supergroup");
    }
    var title = request.text("title");
    var username = request.textOr("username", "").replaceFirst("^@", "");
    long owner = request.number("owner");
    return done(
        world -> {
          var founder = Buyers.user(world, owner);
          if (world.people().community(username).isPresent()) {
            throw Refusal.of(400, "Bad Request: the name \"" + username + "\" is taken");
          }
          var community = world.people().found(type.equals("channel"), title, username);
          var creator = new Membership(founder.id(), Status.CREATOR, 0);
          world.memberships().put(community.chat(), creator);
          return shown(world, community);
        });
  }

  /** Users come and go by themselves; the owner brings bots in, promotes and removes. */
  private Answer stand(Request request, long id) {
    var status = STATUSES.get(request.text("status"));
    if (status == null) {
      throw Refusal.of(400, "Bad Request: \"status\" is member, administrator, left or kicked");
    }
    return done(
        world -> {
          var chat = community(world, id).chat();
          boolean bot = request.body().has("bot");
          long who =
              bot
                  ? Bots.named(world, request).id()
                  : Buyers.user(world, request.number("user")).id();
          if (world.memberships().owner(chat) == who) {
            throw Refusal.of(400, "Bad Request: this is the chat's owner");
          }
          boolean bySelf = !bot && (status == Status.MEMBER || status == Status.LEFT);
          long by = bySelf ? who : world.memberships().owner(chat);
          var after = new Membership(who, status, 0);
          world.memberships().change(chat, after, by, Optional.empty());
          return new MemberShapes(world.people()).member(chat, world.memberships().of(chat, who));
        });
  }

  /** A member ends a paid membership, which runs on to its end, or takes that back. */
  private Answer subscription(Request request, long id) {
    boolean canceled = request.flagOr("canceled", true);
    long user = request.number("user");
    return done(
        world -> {
          var chat = community(world, id).chat();
          var member = Buyers.user(world, user).id();
          return SharedChats.shown(world.paidMemberships().cancel(member, chat, canceled));
        });
  }

  private Answer write(Request request, long id) {
    var text = request.text("text");
    long user = request.number("user");
    long replyTo = request.numberOr("reply_to_message_id", 0);
    return done(
        world -> {
          var chat = community(world, id).chat();
          var author = Buyers.user(world, user);
          requireMayWrite(world, chat, author.id());
          var marks =
              replyTo == 0
                  ? Marks.NONE
                  : world
                      .chats()
                      .message(chat, replyTo)
                      .map(Marks.NONE::replying)
                      .orElseThrow(
                          () -> Refusal.of(404, "Not Found: no message " + replyTo + " here"));
          var content = new Content.Text(text, CommandEntities.of(text));
          var message = world.chats().write(author.id(), chat, content, marks);
          return new Seen(world, author.id()).message(message);
        });
  }

  private static void requireMayWrite(World world, Chat.Shared chat, long user) {
    var status = world.memberships().of(chat, user).status();
    boolean may =
        switch (chat) {
          case Chat.Channel c -> status.runsIt();
          case Chat.Group g -> status.isIn();
        };
    if (!may) {
      throw Refusal.of(403, "Forbidden: user " + user + " may not write here");
    }
  }

  private Answer read(Request request, long id) {
    long user = request.query().number("user", 0, 0, Long.MAX_VALUE);
    long after = request.query().number("after", 0, 0, Long.MAX_VALUE);
    return done(
        world -> {
          var reader = Buyers.user(world, user);
          var chat = readable(world, id, reader.id());
          var shapes = new Seen(world, reader.id());
          var list = Json.array();
          world.chats().messages(chat, after).forEach(message -> list.add(shapes.message(message)));
          return list;
        });
  }

  /** The chat of that number, if this user may read it: a public one, or one that they are in. */
  static Chat.Shared readable(World world, long id, long user) {
    var community = community(world, id);
    var status = world.memberships().of(community.chat(), user).status();
    if (community.username().isEmpty() && !status.isIn()) {
      throw Refusal.of(403, "Forbidden: user " + user + " is not in this chat");
    }
    return community.chat();
  }

  private static Community community(World world, long id) {
    return world
        .people()
        .community(id)
        .orElseThrow(() -> Refusal.of(404, "Not Found: no chat " + id + "; POST /sandbox/chats"));
  }

  private static JsonNode all(World world) {
    var list = Json.array();
    world.people().communities().forEach(known -> list.add(shown(world, known)));
    return list;
  }

  private static ObjectNode withMembers(World world, Community community) {
    var json = shown(world, community);
    var shapes = new MemberShapes(world.people());
    var members = json.putArray("members");
    for (var member : world.memberships().inside(community.chat())) {
      members.add(shapes.member(community.chat(), member));
    }
    var links = json.putArray("invite_links");
    world.invitations().all(community.chat()).forEach(link -> links.add(shapes.link(link)));
    return json;
  }

  private static ObjectNode shown(World world, Community community) {
    var json = new Shapes(world.people()).chat(community.chat());
    var members = world.memberships().inside(community.chat());
    json.put("member_count", members.size());
    json.put("owner", world.memberships().owner(community.chat()));
    switch (community.chat()) {
      case Chat.Channel channel -> json.put("stars", world.people().stars(channel.id()));
      case Chat.Group g -> {}
    }
    return json;
  }

  private Answer done(Function<World, JsonNode> work) {
    return Answer.json(200, live.with(work));
  }
}
