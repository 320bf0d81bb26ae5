package dev.startill.telegram.pengrad;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.TypeAdapter;
import com.google.gson.annotations.JsonAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import com.pengrad.telegrambot.response.StringResponse;
import java.nio.charset.StandardCharsets;

/**
 * An answer of the Bot API as it came: the library's own responses drop what they do not know, and
 * break where one line of many is not as they expect. Immutable.
 */
@JsonAdapter(RawResponse.Whole.class)
final class RawResponse extends StringResponse {
  private final String json;

  RawResponse(JsonElement whole) {
    this.json = whole.toString();
  }

  byte[] body() {
    return json.getBytes(StandardCharsets.UTF_8);
  }

  /** Says nothing: an answer may quote anything. */
  @Override
  public String toString() {
    return "an answer of %d characters".formatted(json.length());
  }

  /** Reads one. Threads share it. */
  static final class Whole extends TypeAdapter<RawResponse> {
    @Override
    public RawResponse read(JsonReader in) {
      return new RawResponse(JsonParser.parseReader(in));
    }

    @Override
    public void write(JsonWriter out, RawResponse value) {
      throw new UnsupportedOperationException("An answer is only read.");
    }
  }
}
