package dev.startill.sandbox.control;

import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.wire.Unicode;
import dev.startill.sandbox.world.Caption;
import dev.startill.sandbox.world.Chat;
import dev.startill.sandbox.world.Content;
import dev.startill.sandbox.world.Marks;
import dev.startill.sandbox.world.Media;
import dev.startill.sandbox.world.Refusal;
import dev.startill.sandbox.world.StoredFile;
import dev.startill.sandbox.world.User;
import dev.startill.sandbox.world.World;
import java.util.Base64;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** What a user writes, as a control request describes it. */
final class Written {
  private static final int SIDE = 320;

  private Written() {}

  /** The first of text, contact, location and the kinds of files that the body has. */
  static Content content(World world, JsonNode body, User author) {
    if (body.has("text")) {
      return text(body);
    }
    if (body.has("contact")) {
      return contact(body.path("contact"), author);
    }
    if (body.path("location").isObject()) {
      return location(body.path("location"));
    }
    for (var kind : Media.Kind.values()) {
      var source = body.path(kind.field());
      if (source.isString() && !source.stringValue().isEmpty()) {
        return new Content.Attachment(file(world, body, kind), caption(body));
      }
    }
    throw Refusal.of(400, "Bad Request: \"text\" is missing or of another type");
  }

  /** The same content with the words of the body. */
  static Content changed(Content old, JsonNode body) {
    if (old instanceof Content.Text && body.has("text")) {
      return text(body);
    }
    if (old instanceof Content.Attachment attachment && body.has("caption")) {
      return new Content.Attachment(attachment.file(), caption(body));
    }
    throw Refusal.of(400, "Bad Request: a text is edited with \"text\", a file with \"caption\"");
  }

  /** What the message answers, if anything. */
  static Marks marks(World world, Request request, Chat chat) {
    long to = request.numberOr("reply_to", 0);
    if (to == 0) {
      return Marks.NONE;
    }
    return world
        .chats()
        .message(chat, to)
        .map(Marks.NONE::replying)
        .orElseThrow(() -> Refusal.of(404, "Not Found: no message " + to + " in this chat"));
  }

  private static Content text(JsonNode body) {
    var text = whole(body, "text");
    if (text.isEmpty()) {
      throw Refusal.of(400, "Bad Request: \"text\" is missing or of another type");
    }
    return new Content.Text(text, CommandEntities.of(text));
  }

  private static Caption caption(JsonNode body) {
    var text = whole(body, "caption");
    return new Caption(text, text.isEmpty() ? "" : CommandEntities.of(text), false, false);
  }

  /** {@code true} shares the user's own number, which is made up from their identifier. */
  private static Content contact(JsonNode contact, User author) {
    var json = Json.object();
    if (contact.isObject()) {
      for (var name : new String[] {"phone_number", "first_name", "last_name", "vcard"}) {
        var text = whole(contact, name);
        if (!text.isEmpty()) {
          json.put(name, text);
        }
      }
      if (!json.has("phone_number") || !json.has("first_name")) {
        throw Refusal.of(400, "Bad Request: a contact has a \"phone_number\" and a \"first_name\"");
      }
    } else {
      json.put("phone_number", "+999" + author.id()).put("first_name", author.firstName());
      json.put("user_id", author.id());
    }
    return new Content.Card(Content.Card.Kind.CONTACT, Json.text(json));
  }

  private static Content location(JsonNode location) {
    double latitude = location.path("latitude").asDouble(Double.NaN);
    double longitude = location.path("longitude").asDouble(Double.NaN);
    if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
      throw Refusal.of(400, "Bad Request: a location has a \"latitude\" and a \"longitude\"");
    }
    var json = Json.object().put("latitude", latitude).put("longitude", longitude);
    return new Content.Card(Content.Card.Kind.LOCATION, Json.text(json));
  }

  /** An address is noted; all else is base64, perhaps as a {@code data:} address. */
  private static StoredFile file(World world, JsonNode body, Media.Kind kind) {
    var source = body.path(kind.field()).stringValue();
    var media = Media.of(kind).measuring(kind.isVisual() ? SIDE : 0, kind.isVisual() ? SIDE : 0);
    var type = whole(body, "mime_type");
    if (source.startsWith("http://") || source.startsWith("https://")) {
      return world.files().at(media, source, type);
    }
    int comma = source.startsWith("data:") ? source.indexOf(',') : -1;
    try {
      var bytes = Base64.getMimeDecoder().decode(source.substring(comma + 1));
      if (bytes.length == 0) {
        throw Refusal.of(400, "Bad Request: the file is empty");
      }
      var name = whole(body, "file_name");
      return world.files().upload(media, name, type.isEmpty() ? guess(kind) : type, bytes);
    } catch (IllegalArgumentException e) {
      throw Refusal.of(400, "Bad Request: a file is an address or base64");
    }
  }

  private static String guess(Media.Kind kind) {
    return switch (kind) {
      case PHOTO -> "image/jpeg";
      case VIDEO, ANIMATION, VIDEO_NOTE -> "video/mp4";
      case AUDIO -> "audio/mpeg";
      case VOICE -> "audio/ogg";
      case STICKER -> "image/webp";
      case DOCUMENT -> "application/octet-stream";
    };
  }

  private static String whole(JsonNode body, String name) {
    var text = body.path(name).isString() ? body.path(name).stringValue() : "";
    if (!Unicode.isWhole(text)) {
      throw Refusal.of(
          400,
          "Bad Request: \"" + name.toLowerCase(Locale.ROOT) + "\" holds half a surrogate pair");
    }
    return text;
  }
}
