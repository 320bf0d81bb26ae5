package dev.startill.sandbox.botapi;

import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.world.Chat;
import dev.startill.sandbox.world.Content;
import dev.startill.sandbox.world.Media;
import dev.startill.sandbox.world.Refusal;
import dev.startill.sandbox.world.World;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * sendPaidMedia, read in the order of Client.cpp (get_paid_media) and checked as TDLib does
 * (MessageContent.cpp). That a payload beyond 128 bytes is EXTENDED_MEDIA_INVALID is assumed.
 */
final class PaidMediaMethods {
  private static final int LONGEST_SIDE = 10_000;
  private static final int LONGEST_DURATION = 24 * 60 * 60;
  private static final int MOST_ITEMS = 10;
  private static final int PAYLOAD_BYTES = 128;

  /** What a bot may ask by TDLib, and by Telegram itself. */
  private static final long DEAREST_SAID = 1_000_000;

  private static final long DEAREST = 25_000;

  private PaidMediaMethods() {}

  static void addTo(Map<String, Method> table) {
    table.put("sendpaidmedia", PaidMediaMethods::send);
  }

  private static Reply send(Call call) {
    long stars = call.parameters().number("star_count", 0, 0, 1_000_000_000);
    var sources = sources(call);
    var caption = Captions.of(call);
    var payload = call.wholeText("payload");
    var markup = Keyboard.ofMessage(call);
    return call.send(
        world -> {
          check(stars, sources, payload);
          var items = sources.stream().map(source -> source.in(world)).toList();
          return new Content.PaidMedia(
              world.books().newId(),
              seller(call, world),
              stars,
              items,
              Captions.fitting(caption, Media.Kind.PHOTO),
              payload);
        },
        markup);
  }

  private static void check(long stars, List<FileSource> sources, String payload) {
    if (stars == 0 || stars > DEAREST_SAID) {
      throw Refusal.badRequest("invalid media price specified");
    }
    if (sources.isEmpty() || sources.size() > MOST_ITEMS) {
      throw Refusal.badRequest("invalid number of paid media specified");
    }
    if (stars > DEAREST) {
      throw Refusal.badRequest("EXTENDED_MEDIA_AMOUNT_INVALID");
    }
    if (payload.getBytes(StandardCharsets.UTF_8).length > PAYLOAD_BYTES) {
      throw Refusal.badRequest("EXTENDED_MEDIA_INVALID");
    }
  }

  /** A channel earns what it posts. */
  private static long seller(Call call, World world) {
    return switch (world.chats().find(call.bot().id(), call.chatId())) {
      case Chat.Channel channel -> channel.id();
      case Chat.Group g -> call.bot().id();
      case Chat.Private p -> call.bot().id();
    };
  }

  private static List<FileSource> sources(Call call) {
    var text = call.parameters().required("media");
    var list =
        Json.read(text).orElseThrow(() -> Refusal.badRequest("can't parse paid media JSON object"));
    if (!list.isArray()) {
      throw Refusal.badRequest("expected an Array of InputPaidMedia");
    }
    return list.valueStream()
        .map(item -> Unreadable.naming("InputPaidMedia", () -> source(call, item)))
        .toList();
  }

  private static FileSource source(Call call, JsonNode item) {
    if (!item.isObject()) {
      throw new Unreadable("expected an Object");
    }
    var fields = new Fields(item);
    var source =
        FileSource.text(call, fields.optional("media"), Media.DOCUMENT)
            .orElseThrow(() -> new Unreadable("media not found"));
    int width = fields.number("width", LONGEST_SIDE);
    int height = fields.number("height", LONGEST_SIDE);
    var type = fields.required("type");
    var media =
        switch (type) {
          case "photo" -> Media.of(Media.Kind.PHOTO);
          case "video" -> {
            int duration = fields.number("duration", LONGEST_DURATION);
            yield new Media(Media.Kind.VIDEO, duration, width, height, "", "");
          }
          case "live_photo" ->
              throw Refusal.of(
                  501, "Not Implemented: the sandbox does not emulate paid live photos yet");
          default -> throw new Unreadable("type \"" + type + "\" is unsupported");
        };
    return new FileSource(media, source.reference(), source.upload());
  }
}
