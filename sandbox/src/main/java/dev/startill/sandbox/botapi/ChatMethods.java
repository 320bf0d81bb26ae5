package dev.startill.sandbox.botapi;

import dev.startill.sandbox.wire.ChatShapes;
import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.wire.MemberShapes;
import dev.startill.sandbox.world.Chat;
import dev.startill.sandbox.world.Membership;
import dev.startill.sandbox.world.Refusal;
import dev.startill.sandbox.world.World;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;

/** What bots ask about chats and who is in them; the words are Client.cpp's and TDLib's. */
final class ChatMethods {
  private ChatMethods() {}

  static void addTo(Map<String, Method> table) {
    table.put("getchat", ChatMethods::getChat);
    table.put("getchatmember", ChatMethods::getChatMember);
    table.put("getchatadministrators", ChatMethods::getChatAdministrators);
    table.put("getchatmembercount", ChatMethods::getChatMemberCount);
    table.put("getchatmemberscount", ChatMethods::getChatMemberCount);
    table.put("leavechat", ChatMethods::leaveChat);
  }

  private static Reply getChat(Call call) {
    return read(call, (world, chat) -> new ChatShapes(world).full(call.bot().id(), chat));
  }

  private static Reply getChatMember(Call call) {
    long user = userId(call);
    return read(
        call,
        (world, chat) ->
            new MemberShapes(world.people()).member(chat, member(call, world, chat, user)));
  }

  private static Membership member(Call call, World world, Chat chat, long user) {
    long bot = call.bot().id();
    return switch (chat) {
      case Chat.Private p -> {
        if (user != bot && user != p.user()) {
          throw Refusal.badRequest("member not found");
        }
        yield new Membership(user, Membership.Status.MEMBER, 0);
      }
      case Chat.Shared shared -> {
        if (!isAnybody(world, user)) {
          throw Refusal.badRequest("member not found");
        }
        requireMemberList(world, bot, shared, user);
        yield world.memberships().of(shared, user);
      }
    };
  }

  /** Who reads a channel is told to its administrators only. */
  private static void requireMemberList(World world, long bot, Chat.Shared chat, long user) {
    switch (chat) {
      case Chat.Group g -> {}
      case Chat.Channel c -> {
        if (user != bot && !world.memberships().of(chat, bot).status().runsIt()) {
          throw Refusal.badRequest("member list is inaccessible");
        }
      }
    }
  }

  /** Other bots among them are left out, as the server does unless asked. */
  private static Reply getChatAdministrators(Call call) {
    boolean bots = call.parameters().flag("return_bots");
    return read(
        call,
        (world, chat) ->
            switch (chat) {
              case Chat.Private p ->
                  throw Refusal.badRequest("there are no administrators in the private chat");
              case Chat.Shared shared -> {
                requireMemberList(world, call.bot().id(), shared, 0);
                var shapes = new MemberShapes(world.people());
                var list = Json.array();
                for (var member : world.memberships().inside(shared)) {
                  boolean other =
                      member.who() != call.bot().id()
                          && world.people().bot(member.who()).isPresent();
                  if (member.status().runsIt() && (bots || !other)) {
                    list.add(shapes.member(shared, member));
                  }
                }
                yield list;
              }
            });
  }

  private static Reply getChatMemberCount(Call call) {
    return read(
        call,
        (world, chat) ->
            switch (chat) {
              case Chat.Private p -> IntNode.valueOf(2);
              case Chat.Shared shared -> IntNode.valueOf(world.memberships().inside(shared).size());
            });
  }

  private static Reply leaveChat(Call call) {
    var chatId = call.chatId();
    call.world()
        .run(
            world -> {
              long bot = call.bot().id();
              var shared = shared(readable(world, bot, chatId));
              if (world.memberships().of(shared, bot).status().isIn()) {
                var left = new Membership(bot, Membership.Status.LEFT, 0);
                world.memberships().change(shared, left, bot, Optional.empty());
              }
            });
    return Reply.done();
  }

  /** A user's number: leading digits, and more than nothing. */
  static long userId(Call call) {
    long user = call.parameters().number("user_id", 0, 0, Long.MAX_VALUE);
    if (user == 0) {
      throw Refusal.badRequest("invalid user_id specified");
    }
    return user;
  }

  /** Whether a number is a person's or a bot's. */
  static boolean isAnybody(World world, long id) {
    return world.people().user(id).isPresent() || world.people().bot(id).isPresent();
  }

  /** A channel or a group. */
  static Chat.Shared shared(Chat chat) {
    return switch (chat) {
      case Chat.Private p ->
          throw Refusal.badRequest("chat member status can't be changed in private chats");
      case Chat.Shared shared -> shared;
    };
  }

  /** The chat of a call, if the bot may see it. */
  static Chat readable(World world, long bot, String chatId) {
    var chat = world.chats().find(bot, chatId);
    switch (chat) {
      case Chat.Private p -> {}
      case Chat.Shared shared -> world.memberships().requireMayRead(bot, shared);
    }
    return chat;
  }

  private static Reply read(Call call, BiFunction<World, Chat, JsonNode> answer) {
    var chatId = call.chatId();
    return Reply.result(
        call.world().with(world -> answer.apply(world, readable(world, call.bot().id(), chatId))));
  }
}
