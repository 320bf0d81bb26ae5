package dev.startill.sandbox.wire;

import dev.startill.sandbox.world.Caption;
import dev.startill.sandbox.world.Content;
import dev.startill.sandbox.world.Media;
import dev.startill.sandbox.world.StoredFile;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Files and cards as the Bot API shows them, field by field as in Client.cpp. */
public final class MediaShapes {
  private MediaShapes() {}

  /** A File object; without its path if it cannot be downloaded. */
  public static ObjectNode file(StoredFile file) {
    var json = Json.object();
    putFile(json, file);
    return json.put("file_path", file.path());
  }

  /** A photo: its sizes, of which the sandbox keeps one. */
  public static ArrayNode photo(StoredFile file) {
    var size = Json.object();
    putFile(size, file);
    putMeasures(size, file.media());
    return Json.array().add(size);
  }

  /** The object under which a file stands in a message. */
  public static ObjectNode media(StoredFile file) {
    var media = file.media();
    var json = Json.object();
    switch (media.kind()) {
      case PHOTO, DOCUMENT -> putName(json, file);
      case AUDIO -> {
        json.put("duration", media.duration());
        putName(json, file);
        Shapes.putText(json, "title", media.title());
        Shapes.putText(json, "performer", media.performer());
      }
      case VOICE -> {
        json.put("duration", media.duration());
        Shapes.putText(json, "mime_type", file.mimeType());
      }
      case VIDEO, ANIMATION -> {
        json.put("duration", media.duration());
        putMeasures(json, media);
        putName(json, file);
      }
      case VIDEO_NOTE -> json.put("duration", media.duration()).put("length", media.width());
      case STICKER -> {
        putMeasures(json, media);
        Shapes.putText(json, "emoji", media.title());
        json.put("is_animated", false).put("is_video", false).put("type", "regular");
      }
    }
    putFile(json, file);
    return json;
  }

  static void put(ObjectNode json, Content.Attachment attachment) {
    var file = attachment.file();
    var kind = file.media().kind();
    json.set(kind.field(), kind == Media.Kind.PHOTO ? photo(file) : media(file));
    if (kind == Media.Kind.ANIMATION) {
      var document = Json.object();
      putName(document, file);
      putFile(document, file);
      json.set("document", document);
    }
    putCaption(json, attachment.caption());
    if (attachment.caption().spoiler()) {
      json.put("has_media_spoiler", true);
    }
  }

  static void putCaption(ObjectNode json, Caption caption) {
    if (!caption.text().isEmpty()) {
      json.put("caption", caption.text());
      Shapes.putJson(json, "caption_entities", caption.entities());
      if (caption.above()) {
        json.put("show_caption_above_media", true);
      }
    }
  }

  static void put(ObjectNode json, Content.Card card) {
    var fields = Json.read(card.json()).orElseGet(Json::object);
    if (card.kind() == Content.Card.Kind.VENUE) {
      json.set("location", fields.path("location"));
    }
    json.set(card.kind().name().toLowerCase(Locale.ROOT), fields);
  }

  private static void putMeasures(ObjectNode json, Media media) {
    json.put("width", media.width()).put("height", media.height());
  }

  private static void putName(ObjectNode json, StoredFile file) {
    Shapes.putText(json, "file_name", file.name());
    Shapes.putText(json, "mime_type", file.mimeType());
  }

  private static void putFile(ObjectNode json, StoredFile file) {
    json.put("file_id", file.id()).put("file_unique_id", file.uniqueId());
    if (file.size() > 0) {
      json.put("file_size", file.size());
    }
  }
}
