package dev.startill.sandbox.botapi;

import dev.startill.sandbox.world.Caption;
import dev.startill.sandbox.world.Media;
import dev.startill.sandbox.world.Refusal;

/** Reads what stands with a file. */
final class Captions {
  private static final int LIMIT = 1024;

  private Captions() {}

  /** The caption of a call. */
  static Caption of(Call call) {
    var words = FormattedText.read(call, "caption", "caption_entities");
    var parameters = call.parameters();
    return new Caption(
        words.text(),
        words.entities(),
        parameters.flag("show_caption_above_media"),
        parameters.flag("has_spoiler"));
  }

  /** The caption of an InputMedia. */
  static Caption of(Fields fields) {
    var words = FormattedText.read(fields, "caption", "caption_entities");
    return new Caption(
        words.text(),
        words.entities(),
        fields.flag("show_caption_above_media"),
        fields.flag("has_spoiler"));
  }

  /**
   * The caption that a file of this kind can have.
   *
   * @throws Refusal 400 when it is too long
   */
  static Caption fitting(Caption caption, Media.Kind kind) {
    if (!kind.hasCaption()) {
      return Caption.NONE;
    }
    if (caption.text().codePointCount(0, caption.text().length()) > LIMIT) {
      throw Refusal.badRequest("message caption is too long");
    }
    return kind.isVisual()
        ? caption
        : new Caption(caption.text(), caption.entities(), false, false);
  }
}
