package dev.startill.sandbox.botapi;

import dev.startill.sandbox.world.Chat;
import dev.startill.sandbox.world.Membership;
import dev.startill.sandbox.world.Membership.Status;
import dev.startill.sandbox.world.Refusal;
import dev.startill.sandbox.world.Right;
import dev.startill.sandbox.world.World;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;

/**
 * What bots do to members. The words are TDLib's (DialogParticipantManager.cpp) and, in capitals,
 * Telegram's own.
 */
final class MemberMethods {
  /** Bans outside of these bounds are for ever (core.telegram.org/bots/api#banchatmember). */
  private static final long SHORTEST_BAN_SECONDS = 30;

  private static final long LONGEST_BAN_SECONDS = 366L * 24 * 3600;

  /** What happens to a member, once it is known that it may. */
  private interface Deed {
    Optional<Membership> of(World world, Chat.Shared chat, Membership former);
  }

  private MemberMethods() {}

  static void addTo(Map<String, Method> table) {
    table.put("banchatmember", MemberMethods::ban);
    table.put("kickchatmember", MemberMethods::ban);
    table.put("unbanchatmember", MemberMethods::unban);
    table.put("promotechatmember", MemberMethods::promote);
  }

  private static Reply ban(Call call) {
    long until = call.parameters().number("until_date", 0, 0, Integer.MAX_VALUE);
    return change(
        call,
        (world, chat, former) -> {
          requireRestrict(call, world, chat, former);
          return Optional.of(
              new Membership(
                  former.who(), Status.KICKED, banEnd(until, world.now().getEpochSecond())));
        });
  }

  private static long banEnd(long until, long now) {
    return until < now + SHORTEST_BAN_SECONDS || until > now + LONGEST_BAN_SECONDS ? 0 : until;
  }

  /** Without {@code only_if_banned} a member is put out of the chat, as at Telegram. */
  private static Reply unban(Call call) {
    boolean onlyBanned = call.parameters().flag("only_if_banned");
    return change(
        call,
        (world, chat, former) -> {
          if (onlyBanned && former.status() != Status.KICKED) {
            return Optional.empty();
          }
          requireRestrict(call, world, chat, former);
          return Optional.of(new Membership(former.who(), Status.LEFT, 0));
        });
  }

  private static void requireRestrict(Call call, World world, Chat.Shared chat, Membership former) {
    if (former.who() == call.bot().id()) {
      throw Refusal.badRequest("can't restrict self");
    }
    if (former.status() == Status.CREATOR) {
      throw Refusal.badRequest("can't remove chat owner");
    }
    if (!world.memberships().of(chat, call.bot().id()).may(Right.CAN_RESTRICT_MEMBERS)) {
      throw Refusal.badRequest("not enough rights to restrict/unrestrict chat member");
    }
    if (former.status() == Status.ADMINISTRATOR) {
      throw Refusal.badRequest("user is an administrator of the chat");
    }
  }

  /** No right at all makes an administrator a member again. */
  private static Reply promote(Call call) {
    var rights = EnumSet.noneOf(Right.class);
    for (var right : Right.values()) {
      if (call.parameters().flag(right.field())) {
        rights.add(right);
      }
    }
    return change(
        call,
        (world, chat, former) -> {
          requirePromote(call, world, chat, former);
          rights.removeIf(right -> !right.exists(chat));
          if (!rights.isEmpty()) {
            rights.add(Right.CAN_MANAGE_CHAT);
            return Optional.of(new Membership(former.who(), Status.ADMINISTRATOR, 0, rights));
          }
          return former.status() == Status.ADMINISTRATOR
              ? Optional.of(new Membership(former.who(), Status.MEMBER, 0))
              : Optional.empty();
        });
  }

  private static void requirePromote(Call call, World world, Chat.Shared chat, Membership former) {
    if (former.who() == call.bot().id()) {
      throw Refusal.badRequest("can't promote self");
    }
    if (former.status() == Status.CREATOR) {
      throw Refusal.badRequest("can't remove chat owner");
    }
    if (!world.memberships().of(chat, call.bot().id()).may(Right.CAN_PROMOTE_MEMBERS)) {
      throw Refusal.badRequest("not enough rights");
    }
    if (!former.status().isIn()) {
      throw Refusal.badRequest("USER_NOT_PARTICIPANT");
    }
  }

  private static Reply change(Call call, Deed deed) {
    var chatId = call.chatId();
    long user = ChatMethods.userId(call);
    call.world()
        .run(
            world -> {
              long bot = call.bot().id();
              var chat = ChatMethods.shared(world.chats().find(bot, chatId));
              world.memberships().requireIn(bot, chat);
              if (!ChatMethods.isAnybody(world, user)) {
                throw Refusal.badRequest("PARTICIPANT_ID_INVALID");
              }
              deed.of(world, chat, world.memberships().of(chat, user))
                  .ifPresent(
                      after -> world.memberships().change(chat, after, bot, Optional.empty()));
            });
    return Reply.done();
  }
}
