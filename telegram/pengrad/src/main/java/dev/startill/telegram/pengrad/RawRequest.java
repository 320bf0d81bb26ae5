package dev.startill.telegram.pengrad;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.pengrad.telegrambot.request.BaseRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Any method of the Bot API with these parameters and no others. The library sends each as a field
 * of a form: texts and numbers as they are, lists as JSON. For one call.
 */
final class RawRequest extends BaseRequest<RawRequest, RawResponse> {
  private final String method;
  private final String fileName;
  private final int heldFor;

  private RawRequest(String method, String fileName, int heldFor) {
    super(RawResponse.class);
    this.method = method;
    this.fileName = fileName;
    this.heldFor = heldFor;
  }

  /** Of these parameters. */
  static RawRequest of(String method, JsonObject parameters) {
    return held(method, parameters, Duration.ZERO);
  }

  /**
   * The same, where Telegram may hold the answer back.
   *
   * @param heldFor so long at most; the library makes its read timeout longer than that
   */
  static RawRequest held(String method, JsonObject parameters, Duration heldFor) {
    var request = new RawRequest(method, "", (int) heldFor.toSeconds());
    parameters.asMap().forEach((name, value) -> request.add(name, formOf(value)));
    return request;
  }

  /** With a file, under the name {@code document}. */
  static RawRequest document(Path file, Map<String, String> fields) {
    var name = file.getFileName();
    var request = new RawRequest("sendDocument", name == null ? "file" : name.toString(), 0);
    fields.forEach(request::add);
    return request.add("document", file.toFile());
  }

  @Override
  public String getMethod() {
    return method;
  }

  @Override
  public int getTimeoutSeconds() {
    return heldFor;
  }

  @Override
  public boolean isMultipart() {
    return !fileName.isEmpty();
  }

  @Override
  public String getFileName() {
    return fileName;
  }

  @Override
  public String getContentType() {
    return "application/octet-stream";
  }

  private static Object formOf(JsonElement value) {
    return value.isJsonPrimitive() ? value.getAsString() : value;
  }
}
