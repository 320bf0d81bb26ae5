package dev.startill.sandbox.botapi;

import dev.startill.sandbox.wire.Shapes;
import dev.startill.sandbox.world.Content;
import dev.startill.sandbox.world.Message;
import dev.startill.sandbox.world.Refusal;
import dev.startill.sandbox.world.StoredFile;
import dev.startill.sandbox.world.World;
import java.util.Map;

/** What bots write into chats, and what they do with it afterwards. */
final class MessageMethods {
  private static final int TEXT_LIMIT = 4096;
  private static final int CAPTION_LIMIT = 1024;

  private MessageMethods() {}

  static void addTo(Map<String, Method> table) {
    table.put("sendmessage", MessageMethods::sendMessage);
    table.put("senddocument", call -> sendFile(call, "document", Content.Attachment.Kind.DOCUMENT));
    table.put("sendphoto", call -> sendFile(call, "photo", Content.Attachment.Kind.PHOTO));
    table.put("sendchataction", MessageMethods::sendChatAction);
    table.put("editmessagetext", MessageMethods::editMessageText);
    table.put("deletemessage", MessageMethods::deleteMessage);
    table.put("answercallbackquery", MessageMethods::answerCallbackQuery);
  }

  private static Reply sendMessage(Call call) {
    var text = FormattedText.read(call, "text", "entities");
    if (text.isEmpty()) {
      throw Refusal.badRequest("message text is empty");
    }
    if (text.length() > TEXT_LIMIT) {
      throw Refusal.badRequest("message is too long");
    }
    return call.send(new Content.Text(text.text(), text.entities()), Keyboard.ofMessage(call));
  }

  private static Reply sendFile(Call call, String field, Content.Attachment.Kind kind) {
    var caption = FormattedText.read(call, "caption", "caption_entities");
    if (caption.length() > CAPTION_LIMIT) {
      throw Refusal.badRequest("message caption is too long");
    }
    var markup = Keyboard.ofMessage(call);
    return call.send(
        world ->
            new Content.Attachment(
                kind, file(call, field, world), caption.text(), caption.entities()),
        markup);
  }

  /** An upload, an address that is only noted, or a file_id from before. */
  private static StoredFile file(Call call, String field, World world) {
    var source = call.wholeText(field);
    var name = source.startsWith("attach://") ? source.substring("attach://".length()) : field;
    var upload = call.parameters().upload(name);
    if (upload.isPresent()) {
      if (upload.get().content().length == 0) {
        throw Refusal.badRequest("file must be non-empty");
      }
      return world
          .files()
          .upload(upload.get().name(), upload.get().mimeType(), upload.get().content());
    }
    if (source.isEmpty()) {
      throw Refusal.badRequest("there is no " + field + " in the request");
    }
    if (source.startsWith("http://") || source.startsWith("https://")) {
      return world.files().at(source, source, "application/octet-stream");
    }
    return world
        .files()
        .file(source)
        .orElseThrow(() -> Refusal.badRequest("wrong file identifier/HTTP URL specified"));
  }

  private static Reply sendChatAction(Call call) {
    var chatId = call.chatId();
    call.parameters().required("action");
    call.world()
        .run(
            world -> {
              var chat = world.chats().reachable(call.bot().id(), chatId);
              assert chat.id() != 0;
            });
    return Reply.done();
  }

  private static Reply editMessageText(Call call) {
    var text = FormattedText.read(call, "text", "entities");
    if (text.isEmpty()) {
      throw Refusal.badRequest("message text is empty");
    }
    var markup = Keyboard.ofEdited(call);
    var chatId = call.chatId();
    var json =
        call.world()
            .with(
                world -> {
                  var message = own(call, world, chatId, "edit");
                  var content = new Content.Text(text.text(), text.entities());
                  if (message.content().equals(content) && message.replyMarkup().equals(markup)) {
                    throw Refusal.badRequest(
                        "message is not modified: specified new message content and reply markup"
                            + " are exactly the same as a current content and reply markup of the"
                            + " message");
                  }
                  return new Shapes(world.people())
                      .message(world.chats().edit(message, content, markup));
                });
    return Reply.result(json);
  }

  private static Reply deleteMessage(Call call) {
    var chatId = call.chatId();
    call.world()
        .run(
            world -> {
              var chat = world.chats().find(call.bot().id(), chatId);
              if (!world.chats().delete(chat, messageId(call))) {
                throw Refusal.badRequest("message to delete not found");
              }
            });
    return Reply.done();
  }

  private static Message own(Call call, World world, String chatId, String verb) {
    var message =
        world
            .chats()
            .message(world.chats().find(call.bot().id(), chatId), messageId(call))
            .orElseThrow(() -> Refusal.badRequest("message to " + verb + " not found"));
    if (!message.isFrom(call.bot().id()) || !(message.content() instanceof Content.Text)) {
      throw Refusal.badRequest("message can't be edited");
    }
    return message;
  }

  private static long messageId(Call call) {
    return call.parameters().number("message_id", 0, 0, Integer.MAX_VALUE);
  }

  private static Reply answerCallbackQuery(Call call) {
    long id = Queries.id(call.text("callback_query_id"));
    var text = call.wholeText("text");
    boolean alert = call.parameters().flag("show_alert");
    var url = call.wholeText("url");
    call.world().run(world -> world.buttons().answer(call.bot().id(), id, text, alert, url));
    return Reply.done();
  }
}
