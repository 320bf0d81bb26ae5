package dev.startill.sandbox.wire;

import dev.startill.sandbox.world.Content;
import dev.startill.sandbox.world.Media;
import dev.startill.sandbox.world.StoredFile;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Paid media as the Bot API shows it (Client.cpp: JsonPaidMediaInfo, JsonPaidMedia). */
public final class PaidMediaShapes {
  private PaidMediaShapes() {}

  /** The array of PaidMedia objects as its buyer sees it. */
  public static ArrayNode open(Content.PaidMedia media) {
    var list = Json.array();
    media.items().forEach(file -> list.add(open(file)));
    return list;
  }

  /** The same as one sees it who has not paid. */
  static ArrayNode closed(Content.PaidMedia media) {
    var list = Json.array();
    media.items().forEach(file -> list.add(preview(file.media())));
    return list;
  }

  static void put(ObjectNode json, Content.PaidMedia media) {
    var info = json.putObject("paid_media").put("star_count", media.stars());
    info.set("paid_media", open(media));
    MediaShapes.putCaption(json, media.caption());
  }

  private static ObjectNode open(StoredFile file) {
    boolean photo = file.media().kind() == Media.Kind.PHOTO;
    var json = Json.object().put("type", photo ? "photo" : "video");
    return photo
        ? json.set("photo", MediaShapes.photo(file))
        : json.set("video", MediaShapes.media(file));
  }

  private static ObjectNode preview(Media media) {
    var json = Json.object().put("type", "preview");
    putPositive(json, "width", media.width());
    putPositive(json, "height", media.height());
    putPositive(json, "duration", media.duration());
    return json;
  }

  private static void putPositive(ObjectNode json, String field, int number) {
    if (number > 0) {
      json.put(field, number);
    }
  }
}
