package dev.startill.sandbox.botapi;

import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.world.Content;
import dev.startill.sandbox.world.InlineMode;
import dev.startill.sandbox.world.Media;
import dev.startill.sandbox.world.World;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One InlineQueryResult: as it is listed, and what it posts once the World makes its files. */
record InlineResult(
    String id, String listed, Function<World, Content> content, String replyMarkup) {
  /** What a file's fields begin with, by type. */
  private static final Map<String, Media.Kind> FILES =
      Map.of(
          "audio", Media.Kind.AUDIO,
          "document", Media.Kind.DOCUMENT,
          "gif", Media.Kind.ANIMATION,
          "mpeg4", Media.Kind.ANIMATION,
          "photo", Media.Kind.PHOTO,
          "sticker", Media.Kind.STICKER,
          "video", Media.Kind.VIDEO,
          "voice", Media.Kind.VOICE);

  private static final int LONGEST_SIDE = 10_000;
  private static final int LONGEST_DURATION = 24 * 60 * 60;

  /**
   * Reads one, in the order of Client.cpp.
   *
   * @throws Unreadable when it cannot be read
   */
  static InlineResult read(Call call, JsonNode json) {
    if (!json.isObject()) {
      throw new Unreadable("Inline query result must be an object");
    }
    var fields = new Fields(json);
    var type = fields.required("type").toLowerCase(Locale.ROOT);
    var id = fields.required("id");
    var message = InlineContent.of(call, fields, type.equals("article"));
    var caption = Captions.of(fields);
    var markup = Keyboard.raw(fields, call.bot().test());
    var own = own(call, fields, type);
    Function<World, Content> content =
        message.orElseGet(
            () ->
                world ->
                    own.apply(world) instanceof Content.Attachment made
                        ? FileMethods.captioned(made, caption)
                        : own.apply(world));
    return new InlineResult(id, listed(json), content, markup);
  }

  InlineMode.Result in(World world) {
    var made = content.apply(world);
    var buttons =
        made instanceof Content.Offer offer
            ? Keyboard.ofInvoice(replyMarkup, offer.invoice().amount())
            : Keyboard.withoutPay(replyMarkup);
    return new InlineMode.Result(id, listed, made, buttons);
  }

  /** What a result of this type posts when it does not say otherwise. */
  private static Function<World, Content> own(Call call, Fields fields, String type) {
    var prefix = type.equals("mpeg4_gif") ? "mpeg4" : type;
    var kind = FILES.get(prefix);
    if (kind != null) {
      return file(call, fields, prefix, kind);
    }
    return switch (type) {
      case "article" -> {
        var title = fields.required("title");
        yield world -> new Content.Text(title, "");
      }
      case "location" -> InlineContent.place(fields);
      case "venue" -> InlineContent.venue(fields);
      case "contact" -> InlineContent.contact(fields);
      default ->
          throw new Unreadable("type \"" + type + "\" is unsupported for the inline query result");
    };
  }

  private static Function<World, Content> file(
      Call call, Fields fields, String prefix, Media.Kind kind) {
    boolean titled =
        kind == Media.Kind.DOCUMENT || kind == Media.Kind.VIDEO || kind == Media.Kind.VOICE;
    var title = titled ? fields.required("title") : fields.optional("title");
    var url = fields.optional(prefix + "_url");
    var reference = url.isEmpty() ? fields.required(prefix + "_file_id") : url;
    var media =
        new Media(
            kind,
            fields.number(prefix + "_duration", LONGEST_DURATION),
            fields.number(prefix + "_width", LONGEST_SIDE),
            fields.number(prefix + "_height", LONGEST_SIDE),
            kind == Media.Kind.AUDIO ? title : "",
            fields.optional("performer"));
    var source =
        FileSource.text(call, reference, media)
            .orElseThrow(() -> new Unreadable("media not found"));
    return world -> FileMethods.attachment(world, source, dev.startill.sandbox.world.Caption.NONE);
  }

  private static String listed(JsonNode json) {
    var shown = (ObjectNode) json.deepCopy();
    shown.remove("input_message_content");
    shown.remove("reply_markup");
    return Json.text(shown);
  }
}
