package dev.startill.sandbox.botapi;

import dev.startill.sandbox.world.Caption;
import dev.startill.sandbox.world.Content;
import dev.startill.sandbox.world.Media;
import dev.startill.sandbox.world.World;
import tools.jackson.databind.JsonNode;

/** A file with its caption as JSON describes it: an album's item, or what replaces another. */
record InputMedia(FileSource source, Caption caption) {
  private static final int LONGEST_SIDE = 10_000;
  private static final int LONGEST_DURATION = 24 * 60 * 60;

  /**
   * Reads one, in the order of Client.cpp.
   *
   * @throws Unreadable when it cannot be read
   */
  static InputMedia read(Call call, JsonNode json, boolean inAlbum) {
    if (!json.isObject()) {
      throw new Unreadable("expected an Object");
    }
    var fields = new Fields(json);
    var caption = Captions.of(fields);
    var type = fields.required("type");
    var source =
        FileSource.text(call, fields.optional("media"), Media.DOCUMENT)
            .orElseThrow(() -> new Unreadable("media not found"));
    var media = media(fields, type, inAlbum);
    return new InputMedia(new FileSource(media, source.reference(), source.upload()), caption);
  }

  /** What will stand in the message. */
  Content.Attachment in(World world) {
    return FileMethods.attachment(world, source, caption);
  }

  Media.Kind kind() {
    return source.media().kind();
  }

  private static Media media(Fields fields, String type, boolean inAlbum) {
    return switch (type) {
      case "photo" -> Media.of(Media.Kind.PHOTO);
      case "document" -> Media.DOCUMENT;
      case "video" -> moving(Media.Kind.VIDEO, fields);
      case "animation" -> {
        if (inAlbum) {
          throw new Unreadable("type \"animation\" can't be used in sendMediaGroup");
        }
        yield moving(Media.Kind.ANIMATION, fields);
      }
      case "audio" ->
          new Media(
              Media.Kind.AUDIO,
              fields.number("duration", LONGEST_DURATION),
              0,
              0,
              fields.optional("title"),
              fields.optional("performer"));
      default -> throw new Unreadable("type \"" + type + "\" is unsupported");
    };
  }

  private static Media moving(Media.Kind kind, Fields fields) {
    int width = fields.number("width", LONGEST_SIDE);
    int height = fields.number("height", LONGEST_SIDE);
    return new Media(kind, fields.number("duration", LONGEST_DURATION), width, height, "", "");
  }
}
