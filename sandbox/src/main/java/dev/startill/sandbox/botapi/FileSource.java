package dev.startill.sandbox.botapi;

import dev.startill.sandbox.wire.Parameters.Upload;
import dev.startill.sandbox.world.Media;
import dev.startill.sandbox.world.Refusal;
import dev.startill.sandbox.world.StoredFile;
import dev.startill.sandbox.world.World;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a file of a message comes from: an upload of this call, an address that is only noted, or
 * the identifier of a file that was sent before.
 */
record FileSource(Media media, String reference, Optional<Upload> upload) {
  private static final String ATTACH = "attach://";
  private static final int MOST_PHOTO_BYTES = 10 << 20;

  /** What a parameter names; empty when there is neither a text nor an upload of that name. */
  static Optional<FileSource> parameter(Call call, String name, Media media) {
    return of(call, call.wholeText(name), name, media);
  }

  /** What a text names, as the {@code media} of an InputMedia does. */
  static Optional<FileSource> text(Call call, String text, Media media) {
    return of(call, text, "", media);
  }

  private static Optional<FileSource> of(Call call, String text, String name, Media media) {
    var uploaded = text.startsWith(ATTACH) ? text.substring(ATTACH.length()) : name;
    if (!text.isEmpty() && !text.startsWith(ATTACH)) {
      return Optional.of(new FileSource(media, text, Optional.empty()));
    }
    return call.parameters()
        .upload(uploaded)
        .map(upload -> new FileSource(media, "", Optional.of(upload)));
  }

  /**
   * The file itself, kept from now on.
   *
   * @throws Refusal 400 when it is empty, no picture, or not known
   */
  StoredFile in(World world) {
    if (upload.isPresent()) {
      return keep(world, upload.get());
    }
    if (reference.startsWith("http://") || reference.startsWith("https://")) {
      return world.files().at(media, reference, "application/octet-stream");
    }
    var file =
        world
            .files()
            .file(reference)
            .orElseThrow(() -> Refusal.badRequest("wrong file identifier/HTTP URL specified"));
    checkKind(file.media().kind());
    return file;
  }

  private StoredFile keep(World world, Upload file) {
    if (file.content().length == 0) {
      throw Refusal.badRequest("file must be non-empty");
    }
    if (media.kind() != Media.Kind.PHOTO) {
      return world.files().upload(media, file.name(), file.mimeType(), file.content());
    }
    if (file.content().length > MOST_PHOTO_BYTES) {
      throw Refusal.badRequest(
          "file of size "
              + file.content().length
              + " bytes is too big for a photo; the maximum size is "
              + MOST_PHOTO_BYTES
              + " bytes");
    }
    var size = Picture.of(file.content());
    size.check();
    var measured = media.measuring(size.width(), size.height());
    return world.files().upload(measured, file.name(), size.mimeType(), file.content());
  }

  /** A photo is never sent as a file, nor a file as a photo (FileManager.cpp of TDLib). */
  private void checkKind(Media.Kind real) {
    boolean photo = media.kind() == Media.Kind.PHOTO;
    if (photo != (real == Media.Kind.PHOTO)) {
      throw Refusal.badRequest(
          "Can't use file of type " + word(real) + " as " + word(media.kind()));
    }
  }

  private static String word(Media.Kind kind) {
    return switch (kind) {
      case VOICE -> "VoiceNote";
      case VIDEO_NOTE -> "VideoNote";
      case DOCUMENT, PHOTO, VIDEO, AUDIO, ANIMATION, STICKER ->
          kind.name().charAt(0) + kind.name().substring(1).toLowerCase(Locale.ROOT);
    };
  }
}
