package dev.startill.sandbox.botapi;

import dev.startill.sandbox.wire.Forwards;
import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.wire.Shapes;
import dev.startill.sandbox.world.Caption;
import dev.startill.sandbox.world.Chat;
import dev.startill.sandbox.world.Content;
import dev.startill.sandbox.world.Marks;
import dev.startill.sandbox.world.Message;
import dev.startill.sandbox.world.Refusal;
import dev.startill.sandbox.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Bringing messages elsewhere: forwarded, with their origin, or copied, without it. A bot may copy
 * what is protected (TDLib, MessagesManager.cpp, can_forward_message).
 */
final class ForwardMethods {
  private static final int MOST = 100;

  private ForwardMethods() {}

  static void addTo(Map<String, Method> table) {
    table.put("forwardmessage", ForwardMethods::forward);
    table.put("forwardmessages", ForwardMethods::forwardMany);
    table.put("copymessage", ForwardMethods::copy);
    table.put("copymessages", ForwardMethods::copyMany);
  }

  private static Reply forward(Call call) {
    var from = call.parameters().required("from_chat_id");
    var circumstances = Circumstances.read(call);
    return Reply.result(
        call.world()
            .with(
                world -> {
                  var message = source(call, world, from, "forward");
                  var chat = world.chats().reachable(call.bot().id(), call.chatId());
                  if (!Forwards.isForwardable(message)) {
                    throw Refusal.badRequest("the message can't be forwarded");
                  }
                  var marks = circumstances.in(call, world, chat);
                  call.pace(world, chat, 1);
                  var sent = forwarded(call, world, message, chat, marks);
                  return new Shapes(world.people()).message(sent);
                }));
  }

  private static Message forwarded(
      Call call, World world, Message message, Chat chat, Marks marks) {
    var forwards = new Forwards(world);
    var own = forwards.marks(message, marks);
    return world
        .chats()
        .send(call.bot().id(), chat, message.content(), forwards.markup(message), own);
  }

  private static Reply copy(Call call) {
    var from = call.parameters().required("from_chat_id");
    var caption = Captions.of(call);
    boolean replaced = call.parameters().has("caption");
    var circumstances = Circumstances.read(call);
    var markup = Keyboard.ofMessage(call);
    return Reply.result(
        call.world()
            .with(
                world -> {
                  var message = source(call, world, from, "copy");
                  var chat = world.chats().reachable(call.bot().id(), call.chatId());
                  if (!Forwards.isCopyable(message)) {
                    throw Refusal.badRequest("the message can't be copied");
                  }
                  Keyboard.check(markup, chat);
                  var marks = circumstances.in(call, world, chat);
                  var content =
                      replaced
                          ? recaptioned(message.content(), old -> replacing(old, caption))
                          : message.content();
                  call.pace(world, chat, 1);
                  var sent = world.chats().send(call.bot().id(), chat, content, markup, marks);
                  return Json.object().put("message_id", sent.id());
                }));
  }

  private static Reply forwardMany(Call call) {
    return many(
        call,
        Forwards::isForwardable,
        (world, messages, chat, marks) ->
            messages.stream()
                .map(message -> forwarded(call, world, message, chat, marks.apply(message)))
                .toList());
  }

  private static Reply copyMany(Call call) {
    boolean bare = call.parameters().flag("remove_caption");
    return many(
        call,
        Forwards::isCopyable,
        (world, messages, chat, marks) ->
            messages.stream()
                .map(
                    message ->
                        world
                            .chats()
                            .send(
                                call.bot().id(),
                                chat,
                                bare
                                    ? recaptioned(message.content(), old -> Caption.NONE)
                                    : message.content(),
                                "",
                                marks.apply(message)))
                .toList());
  }

  /** Sends several messages anew; the marks keep albums together. */
  private interface Sending {
    List<Message> send(World world, List<Message> messages, Chat chat, Albums marks);
  }

  private static Reply many(Call call, Predicate<Message> may, Sending sending) {
    var from = call.parameters().required("from_chat_id");
    var ids = MessageIds.of(call, MOST);
    var chatId = call.chatId();
    var circumstances = Circumstances.read(call);
    return Reply.result(
        call.world()
            .with(
                world -> {
                  var chat = world.chats().reachable(call.bot().id(), chatId);
                  var origin = readable(call, world, from);
                  requireIncreasing(ids);
                  var found = new ArrayList<Message>();
                  ids.forEach(
                      id -> world.chats().message(origin, id).filter(may).ifPresent(found::add));
                  var marks = new Albums(world, circumstances.in(call, world, chat));
                  if (found.isEmpty()) {
                    throw Refusal.badRequest("messages can't be forwarded");
                  }
                  // Several at once cannot be a paid broadcast (Client.cpp).
                  world.pace().pass(call.bot().id(), chat, found.size(), false);
                  var sent = sending.send(world, found, chat, marks);
                  var list = Json.array();
                  sent.forEach(message -> list.addObject().put("message_id", message.id()));
                  return list;
                }));
  }

  private static void requireIncreasing(List<Long> ids) {
    for (int i = 1; i < ids.size(); i++) {
      if (ids.get(i) <= ids.get(i - 1)) {
        throw Refusal.badRequest("message identifiers must be in a strictly increasing order");
      }
    }
  }

  private static Message source(Call call, World world, String from, String verb) {
    return world
        .chats()
        .message(readable(call, world, from), MessageTarget.id(call))
        .orElseThrow(() -> Refusal.badRequest("message to " + verb + " not found"));
  }

  private static Chat readable(Call call, World world, String from) {
    var chat = world.chats().find(call.bot().id(), from);
    switch (chat) {
      case Chat.Private p -> {}
      case Chat.Shared shared -> world.memberships().requireMayRead(call.bot().id(), shared);
    }
    return chat;
  }

  private static Content recaptioned(Content content, UnaryOperator<Caption> change) {
    return content instanceof Content.Attachment old
        ? FileMethods.captioned(old, change.apply(old.caption()))
        : content;
  }

  private static Caption replacing(Caption old, Caption words) {
    return new Caption(words.text(), words.entities(), words.above(), old.spoiler());
  }
}
