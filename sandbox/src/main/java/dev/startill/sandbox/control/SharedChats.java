package dev.startill.sandbox.control;

import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.wire.MemberShapes;
import dev.startill.sandbox.wire.Seen;
import dev.startill.sandbox.wire.Shapes;
import dev.startill.sandbox.world.Chat;
import dev.startill.sandbox.world.PaidMembership;
import dev.startill.sandbox.world.Refusal;
import dev.startill.sandbox.world.User;
import dev.startill.sandbox.world.World;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A user's way into channels and groups, and the list of all their chats. */
final class SharedChats {
  private SharedChats() {}

  /** Joins by an invite link, or a public chat by its address or name. */
  static ObjectNode join(World world, User user, String link) {
    var invitation = world.invitations().find(link);
    if (invitation.isPresent()) {
      var chat = invitation.get().chat();
      var member = world.invitations().join(user.id(), invitation.get());
      return new MemberShapes(world.people()).member(chat, member);
    }
    var name = link.strip().replaceFirst("^(?:https?://)?t\\.me/|^@", "");
    var chat =
        world
            .people()
            .community(name)
            .orElseThrow(() -> Refusal.of(404, "Not Found: no invite link or public chat " + link))
            .chat();
    var member = world.memberships().enter(chat, user.id());
    return new MemberShapes(world.people()).member(chat, member);
  }

  /** A user's chats with bots and those that they are in, each with its last message. */
  static ArrayNode chats(World world, User user) {
    var list = Json.array();
    for (var chat : world.chats().privateChats(user.id())) {
      world
          .people()
          .bot(chat.bot())
          .ifPresent(
              bot -> {
                var json = Json.object().put("id", bot.id()).put("type", "private");
                json.put("title", bot.firstName()).put("username", bot.username());
                json.put("bot", bot.id()).put("blocked", world.chats().isBlocked(chat));
                list.add(withLast(world, user, json, chat));
              });
    }
    for (var community : world.memberships().chatsOf(user.id())) {
      var json = new Shapes(world.people()).chat(community.chat());
      var member = world.memberships().of(community.chat(), user.id());
      json.put("status", member.status().name().toLowerCase(Locale.ROOT));
      world
          .paidMemberships()
          .of(user.id(), community.chat())
          .ifPresent(paid -> json.set("subscription", shown(paid)));
      list.add(withLast(world, user, json, community.chat()));
    }
    return list;
  }

  /** What a user pays for a channel. */
  static ObjectNode shown(PaidMembership paid) {
    return Json.object()
        .put("price", paid.price().stars())
        .put("period", paid.price().period())
        .put("until_date", paid.until())
        .put("canceled", paid.canceled());
  }

  private static ObjectNode withLast(World world, User user, ObjectNode json, Chat chat) {
    world
        .chats()
        .last(chat)
        .ifPresent(last -> json.set("last_message", new Seen(world, user.id()).message(last)));
    return json;
  }
}
