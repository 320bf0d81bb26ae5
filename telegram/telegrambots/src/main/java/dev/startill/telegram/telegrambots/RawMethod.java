package dev.startill.telegram.telegrambots;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;

/**
 * Any method of the Bot API, with its parameters as they are and its answer as it comes: the
 * library's own results drop what they do not know, and break where one line of many is not as they
 * expect. Immutable.
 */
final class RawMethod extends BotApiMethod<String> {
  private final String method;
  private final String json;

  RawMethod(String method, byte[] json) {
    this.method = method;
    this.json = new String(json, StandardCharsets.UTF_8);
  }

  /** What the library's mapper writes for all of this, whatever its settings. */
  @JsonValue
  @JsonRawValue
  String json() {
    return json;
  }

  @Override
  public String getMethod() {
    return method;
  }

  @Override
  public String deserializeResponse(String answer) {
    return answer;
  }

  /** The parameters are sound already. */
  @Override
  public void validate() {}
}
