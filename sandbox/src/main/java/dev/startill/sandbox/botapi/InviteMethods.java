package dev.startill.sandbox.botapi;

import dev.startill.sandbox.wire.MemberShapes;
import dev.startill.sandbox.world.Chat;
import dev.startill.sandbox.world.Invitation;
import dev.startill.sandbox.world.Refusal;
import dev.startill.sandbox.world.Right;
import dev.startill.sandbox.world.World;
import java.util.Map;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * Invite links, free and paid. Sentences are TDLib's (DialogInviteLinkManager.cpp); the names in
 * capitals are Telegram's (core.telegram.org/method/messages.exportChatInvite).
 */
final class InviteMethods {
  private static final int NAME_LIMIT = 32;
  private static final int MOST_MEMBERS = 99_999;

  /** The one period there is (core.telegram.org/bots/api#createchatsubscriptioninvitelink). */
  private static final int PERIOD = 2_592_000;

  private static final int DEAREST = 10_000;

  private InviteMethods() {}

  static void addTo(Map<String, Method> table) {
    table.put("createchatinvitelink", InviteMethods::create);
    table.put("exportchatinvitelink", InviteMethods::export);
    table.put("editchatinvitelink", InviteMethods::edit);
    table.put("revokechatinvitelink", InviteMethods::revoke);
    table.put("createchatsubscriptioninvitelink", InviteMethods::createSubscription);
    table.put("editchatsubscriptioninvitelink", InviteMethods::editSubscription);
  }

  private static Reply create(Call call) {
    return inChat(
        call,
        (world, chat) -> {
          var limits = limits(call, world);
          return shape(
              world,
              world.invitations().create(chat, call.bot().id(), limits, Invitation.Price.FREE));
        });
  }

  private static Reply export(Call call) {
    return inChat(
        call,
        (world, chat) ->
            StringNode.valueOf(world.invitations().replacePrimary(chat, call.bot().id()).url()));
  }

  private static Reply edit(Call call) {
    return inChat(
        call,
        (world, chat) -> {
          var limits = limits(call, world);
          var link = own(call, world, chat);
          requireEditable(link, true);
          return shape(world, world.invitations().edit(link, limits));
        });
  }

  private static Reply revoke(Call call) {
    return inChat(
        call, (world, chat) -> shape(world, world.invitations().revoke(own(call, world, chat))));
  }

  /**
   * In a group PRICING_CHAT_INVALID comes first (observed against the live API by third-party
   * tests). The period's name is documented, that a price out of bounds has the same name as a
   * wrong chat is how core.telegram.org words it; the order of the two is assumed.
   */
  private static Reply createSubscription(Call call) {
    long period = call.parameters().number("subscription_period", 0, 0, 1_000_000_000);
    long stars = call.parameters().number("subscription_price", 0, 0, 1_000_000);
    return inChat(
        call,
        (world, chat) -> {
          if (period == 0 || stars == 0) {
            throw Refusal.badRequest("invalid subscription pricing specified");
          }
          if (chat instanceof Chat.Group || stars > DEAREST) {
            throw Refusal.badRequest("PRICING_CHAT_INVALID");
          }
          if (period != PERIOD) {
            throw Refusal.badRequest("SUBSCRIPTION_PERIOD_INVALID");
          }
          var limits = new Invitation.Limits(name(call), 0, 0, false);
          var price = new Invitation.Price((int) period, stars);
          return shape(world, world.invitations().create(chat, call.bot().id(), limits, price));
        });
  }

  /** Only the name can be changed. */
  private static Reply editSubscription(Call call) {
    return inChat(
        call,
        (world, chat) -> {
          var link = own(call, world, chat);
          requireEditable(link, false);
          var limits = new Invitation.Limits(name(call), 0, 0, false);
          return shape(world, world.invitations().edit(link, limits));
        });
  }

  private static Invitation.Limits limits(Call call, World world) {
    long expires = call.parameters().number("expire_date", 0, 0, Integer.MAX_VALUE);
    int members = (int) call.parameters().number("member_limit", 0, 0, MOST_MEMBERS + 1L);
    boolean byRequest = call.parameters().flag("creates_join_request");
    if (byRequest && members > 0) {
      throw Refusal.badRequest(
          "member limit can't be specified for links requiring administrator approval");
    }
    if (expires != 0 && expires <= world.now().getEpochSecond()) {
      throw Refusal.badRequest("EXPIRE_DATE_INVALID");
    }
    if (members > MOST_MEMBERS) {
      throw Refusal.badRequest("USAGE_LIMIT_INVALID");
    }
    return new Invitation.Limits(name(call), expires, members, byRequest);
  }

  /** TDLib shortens a name and does not refuse it (clean_name). */
  private static String name(Call call) {
    var name = call.wholeText("name").strip();
    int end = Math.min(NAME_LIMIT, name.codePointCount(0, name.length()));
    return name.substring(0, name.offsetByCodePoints(0, end));
  }

  /** Bots can't use invite links generated by other administrators. */
  private static Invitation own(Call call, World world, Chat.Shared chat) {
    var address = call.text("invite_link");
    if (address.isEmpty()) {
      throw Refusal.badRequest("invite link must be non-empty");
    }
    return world
        .invitations()
        .find(address)
        .filter(link -> link.chat().equals(chat) && link.creator() == call.bot().id())
        .orElseThrow(() -> Refusal.badRequest("INVITE_HASH_EXPIRED"));
  }

  /** A main link, a revoked one and one of the other kind stay as they are; names are assumed. */
  private static void requireEditable(Invitation link, boolean free) {
    if (link.revoked()) {
      throw Refusal.badRequest("INVITE_REVOKED_MISSING");
    }
    if (link.primary()) {
      throw Refusal.badRequest("CHAT_INVITE_PERMANENT");
    }
    if (link.price().isFree() != free) {
      throw Refusal.badRequest("PRICING_CHAT_INVALID");
    }
  }

  private static JsonNode shape(World world, Invitation link) {
    return new MemberShapes(world.people()).link(link);
  }

  private static Reply inChat(Call call, BiFunction<World, Chat.Shared, JsonNode> work) {
    var chatId = call.chatId();
    return Reply.result(
        call.world()
            .with(
                world -> {
                  var chat = managed(call, world, world.chats().find(call.bot().id(), chatId));
                  return work.apply(world, chat);
                }));
  }

  private static Chat.Shared managed(Call call, World world, Chat chat) {
    return switch (chat) {
      case Chat.Private p -> throw Refusal.badRequest("can't invite members to a private chat");
      case Chat.Shared shared -> {
        world.memberships().requireIn(call.bot().id(), shared);
        if (!world.memberships().of(shared, call.bot().id()).may(Right.CAN_INVITE_USERS)) {
          throw Refusal.badRequest("not enough rights to manage chat invite link");
        }
        yield shared;
      }
    };
  }
}
