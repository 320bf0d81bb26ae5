package dev.startill.sandbox.botapi;

import dev.startill.sandbox.wire.MediaShapes;
import dev.startill.sandbox.world.Caption;
import dev.startill.sandbox.world.Content;
import dev.startill.sandbox.world.Media;
import dev.startill.sandbox.world.Refusal;
import dev.startill.sandbox.world.World;
import java.util.Map;

/** Sending one file, and finding one again. */
final class FileMethods {
  private static final int LONGEST_SIDE = 10_000;
  private static final int LONGEST_DURATION = 24 * 60 * 60;

  /** Bots may fetch files of 20 MB (core.telegram.org/bots/api#getfile). */
  private static final long MOST_DOWNLOAD = 20 << 20;

  private FileMethods() {}

  static void addTo(Map<String, Method> table) {
    for (var kind : Media.Kind.values()) {
      table.put("send" + kind.field().replace("_", ""), call -> send(call, kind));
    }
    table.put("getfile", FileMethods::getFile);
  }

  private static Reply send(Call call, Media.Kind kind) {
    var source =
        FileSource.parameter(call, kind.field(), media(call, kind))
            .orElseThrow(
                () ->
                    Refusal.badRequest(
                        "there is no " + kind.field().replace('_', ' ') + " in the request"));
    var caption = kind.hasCaption() ? Captions.of(call) : Caption.NONE;
    return call.send(world -> attachment(world, source, caption), Keyboard.ofMessage(call));
  }

  /** A file with its caption, as it will stand in a message. */
  static Content.Attachment attachment(World world, FileSource source, Caption caption) {
    return captioned(new Content.Attachment(source.in(world), Caption.NONE), caption);
  }

  /**
   * The same file with another caption.
   *
   * @throws Refusal 400 when it is too long
   */
  static Content.Attachment captioned(Content.Attachment old, Caption caption) {
    var fitting = Captions.fitting(caption, old.file().media().kind());
    return new Content.Attachment(old.file(), fitting);
  }

  private static Media media(Call call, Media.Kind kind) {
    int duration = number(call, "duration", LONGEST_DURATION);
    return switch (kind) {
      case DOCUMENT, PHOTO -> Media.of(kind);
      case VIDEO, ANIMATION ->
          new Media(
              kind,
              duration,
              number(call, "width", LONGEST_SIDE),
              number(call, "height", LONGEST_SIDE),
              "",
              "");
      case AUDIO ->
          new Media(kind, duration, 0, 0, call.wholeText("title"), call.wholeText("performer"));
      case VOICE -> new Media(kind, duration, 0, 0, "", "");
      case VIDEO_NOTE -> {
        int side = number(call, "length", LONGEST_SIDE);
        yield new Media(kind, duration, side, side, "", "");
      }
      case STICKER -> new Media(kind, 0, 512, 512, call.wholeText("emoji"), "");
    };
  }

  private static int number(Call call, String name, int most) {
    return (int) call.parameters().number(name, 0, 0, most);
  }

  /**
   * A file that the sandbox has no bytes of, because it was sent by address or too many came after
   * it, is answered as Telegram answers one that it cannot fetch.
   */
  private static Reply getFile(Call call) {
    var id = call.text("file_id");
    if (id.isEmpty()) {
      throw Refusal.badRequest("file_id not specified");
    }
    return Reply.result(
        call.world()
            .with(
                world -> {
                  var file =
                      world
                          .files()
                          .file(id)
                          .orElseThrow(() -> Refusal.badRequest("invalid file_id"));
                  if (file.size() > MOST_DOWNLOAD) {
                    throw Refusal.badRequest("file is too big");
                  }
                  if (world.files().bytes(id).isEmpty()) {
                    throw Refusal.badRequest(
                        "wrong file_id or the file is temporarily unavailable");
                  }
                  return MediaShapes.file(file);
                }));
  }
}
