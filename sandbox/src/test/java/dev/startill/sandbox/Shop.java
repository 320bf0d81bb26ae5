package dev.startill.sandbox;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A bot that has a conversation open with its first buyer, and sends them things. */
final class Shop {
  /** A part of a multipart body: a field, or a file if it has a file name. */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record Part(String name, String fileName, byte[] content) {
    static Part field(String name, String text) {
      return new Part(name, "", text.getBytes(StandardCharsets.UTF_8));
    }
  }

  final Client bot;
  final long buyer;

  Shop(Sandbox sandbox) {
    bot = new Client(sandbox);
    bot.ok("getMe", "{}");
    buyer = bot.user("Ann", 1000);
    bot.says(buyer, "/start");
  }

  /** A body that is meant for the buyer's chat. */
  String to(String parameters) {
    return "{\"chat_id\":" + buyer + "," + parameters.replace('\'', '"') + "}";
  }

  /** Sends to the buyer; single quotes stand for double ones. */
  JsonNode sends(String method, String parameters) {
    return bot.ok(method, to(parameters));
  }

  /** What the bot hears when it must not do something. */
  String refusal(String method, String parameters) {
    var answer = bot.call(method, to(parameters));
    if (answer.status() == 200) {
      throw new AssertionError(method + " " + parameters + " → " + answer.json());
    }
    return answer.description();
  }

  /** Calls with a multipart body, to the buyer's chat. */
  Client.Answer uploads(String method, Part... parts) {
    var all = new ArrayList<>(List.of(parts));
    all.add(Part.field("chat_id", Long.toString(buyer)));
    var body = new ByteArrayOutputStream();
    for (var part : all) {
      var file = part.fileName().isEmpty() ? "" : "; filename=\"" + part.fileName() + "\"";
      body.writeBytes(
          ("--b\r\nContent-Disposition: form-data; name=\""
                  + part.name()
                  + "\""
                  + file
                  + "\r\n\r\n")
              .getBytes(StandardCharsets.UTF_8));
      body.writeBytes(part.content());
      body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }
    body.writeBytes("--b--\r\n".getBytes(StandardCharsets.UTF_8));
    return bot.send(
        HttpRequest.newBuilder(bot.at("/bot" + Client.TOKEN + "/" + method))
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
  }

  /** The chat as the buyer sees it. */
  JsonNode chat() {
    return bot.get("/sandbox/users/" + buyer + "/messages?bot=" + Client.BOT).json();
  }

  /** The newest message of the chat. */
  JsonNode last() {
    var chat = chat();
    return chat.get(chat.size() - 1);
  }

  /** The beginning of a PNG of that size: as much as anybody looks at. */
  static byte[] png(int width, int height) {
    return ByteBuffer.allocate(40)
        .putLong(0x89504E470D0A1A0AL)
        .putInt(13)
        .put("IHDR".getBytes(StandardCharsets.US_ASCII))
        .putInt(width)
        .putInt(height)
        .array();
  }
}
