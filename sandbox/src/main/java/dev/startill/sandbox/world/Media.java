package dev.startill.sandbox.world;

/**
 * What kind of file it is and what its sender said about it: seconds, pixels, a song's title. A
 * file keeps this for ever: sent again by its file_id it is what it was
 * (core.telegram.org/bots/api#sending-files).
 */
public record Media(
    Kind kind, int duration, int width, int height, String title, String performer) {
  /** A file that is nothing but a file. */
  public static final Media DOCUMENT = of(Kind.DOCUMENT);

  /** Media of a kind of which nothing else is known. */
  public static Media of(Kind kind) {
    return new Media(kind, 0, 0, 0, "", "");
  }

  /** The same with other measures, in pixels. */
  public Media measuring(int otherWidth, int otherHeight) {
    return new Media(kind, duration, otherWidth, otherHeight, title, performer);
  }

  /** How a file was sent, and so how a client shows it. */
  public enum Kind {
    DOCUMENT("document", "BQACAgIAAxk", "documents"),
    PHOTO("photo", "AgACAgIAAxk", "photos"),
    VIDEO("video", "BAACAgIAAxk", "videos"),
    AUDIO("audio", "CQACAgIAAxk", "music"),
    VOICE("voice", "AwACAgIAAxk", "voice"),
    ANIMATION("animation", "CgACAgIAAxk", "animations"),
    VIDEO_NOTE("video_note", "DQACAgIAAxk", "video_notes"),
    STICKER("sticker", "CAACAgIAAxk", "stickers");

    private final String field;
    private final String idPrefix;
    private final String folder;

    Kind(String field, String idPrefix, String folder) {
      this.field = field;
      this.idPrefix = idPrefix;
      this.folder = folder;
    }

    /** The message's field, the parameter of its method, and the word of InputMedia. */
    public String field() {
      return field;
    }

    /** Whether such a message can have a caption. */
    public boolean hasCaption() {
      return this != VIDEO_NOTE && this != STICKER;
    }

    /** Whether its caption can stand above it, and it can hide behind a spoiler. */
    public boolean isVisual() {
      return this == PHOTO || this == VIDEO || this == ANIMATION;
    }

    /** How its file identifiers begin, as seen in real ones. */
    String idPrefix() {
      return idPrefix;
    }

    /** The folder in its file_path. */
    String folder() {
      return folder;
    }
  }
}
