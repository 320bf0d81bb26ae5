package dev.startill.sandbox.botapi;

import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.wire.Shapes;
import dev.startill.sandbox.world.Content;
import dev.startill.sandbox.world.Media;
import dev.startill.sandbox.world.Message;
import dev.startill.sandbox.world.Refusal;
import dev.startill.sandbox.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Changing a message: its words, its caption, its file, its buttons. */
final class EditMethods {
  private static final String NOT_MODIFIED =
      "message is not modified: specified new message content and reply markup are exactly the same"
          + " as a current content and reply markup of the message";

  private EditMethods() {}

  static void addTo(Map<String, Method> table) {
    table.put("editmessagetext", EditMethods::text);
    table.put("editmessagecaption", EditMethods::caption);
    table.put("editmessagemedia", EditMethods::media);
    table.put("editmessagereplymarkup", EditMethods::replyMarkup);
  }

  private static Reply text(Call call) {
    var text = Texts.read(call);
    var target = MessageTarget.of(call);
    return edit(
        call,
        target,
        (world, message) -> {
          if (!(message.content() instanceof Content.Text)) {
            throw Refusal.badRequest("there is no text in the message to edit");
          }
          return Texts.checked(text);
        });
  }

  private static Reply caption(Call call) {
    var target = MessageTarget.of(call);
    var caption = Captions.of(call);
    return edit(
        call,
        target,
        (world, message) -> {
          if (message.content() instanceof Content.Attachment old
              && old.file().media().kind().hasCaption()) {
            var spoiler = old.caption().spoiler();
            var hidden =
                new dev.startill.sandbox.world.Caption(
                    caption.text(), caption.entities(), caption.above(), spoiler);
            return new Content.Attachment(
                old.file(), Captions.fitting(hidden, old.file().media().kind()));
          }
          throw Refusal.badRequest("there is no caption in the message to edit");
        });
  }

  private static Reply media(Call call) {
    var target = MessageTarget.of(call);
    var text = call.parameters().required("media");
    var json =
        Json.read(text)
            .orElseThrow(() -> Refusal.badRequest("can't parse input media JSON object"));
    var media = Unreadable.naming("InputMedia", () -> InputMedia.read(call, json, false));
    return edit(
        call,
        target,
        (world, message) -> {
          var old =
              Optional.of(message.content())
                  .filter(Content.Attachment.class::isInstance)
                  .map(Content.Attachment.class::cast)
                  .orElseThrow(() -> Refusal.badRequest("message media can't be edited"));
          var other = media.in(world);
          checkAlbum(message, old.file().media().kind(), other.file().media().kind());
          return other;
        });
  }

  private static void checkAlbum(Message message, Media.Kind old, Media.Kind other) {
    if (message.marks().mediaGroup().isEmpty() || old == other) {
      return;
    }
    var alone = List.of(Media.Kind.AUDIO, Media.Kind.DOCUMENT);
    if (other == Media.Kind.ANIMATION) {
      throw Refusal.badRequest("message content type can't be used in an album");
    }
    if (alone.contains(old) || alone.contains(other)) {
      throw Refusal.badRequest("can't change media type in the album");
    }
  }

  private static Reply replyMarkup(Call call) {
    return edit(call, MessageTarget.of(call), (world, message) -> message.content());
  }

  private static Reply edit(
      Call call, MessageTarget target, BiFunction<World, Message, Content> change) {
    var markup = Keyboard.ofEdit(call);
    var json =
        call.world()
            .with(
                world -> {
                  var message = target.toEdit(world, call.bot().id());
                  var content = change.apply(world, message);
                  var buttons = buttons(content, markup);
                  Keyboard.check(buttons, message.chat());
                  if (message.content().equals(content) && message.replyMarkup().equals(buttons)) {
                    throw Refusal.badRequest(NOT_MODIFIED);
                  }
                  return new Shapes(world.people())
                      .message(world.chats().edit(message, content, buttons));
                });
    return target.isInline() ? Reply.done() : Reply.result(json);
  }

  private static String buttons(Content content, String markup) {
    return content instanceof Content.Offer offer
        ? Keyboard.ofInvoice(markup, offer.invoice().amount())
        : Keyboard.withoutPay(markup);
  }
}
