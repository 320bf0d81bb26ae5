package dev.startill.sandbox.wire;

import dev.startill.sandbox.world.Refusal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * A call's parameters, wherever they stood. As for the real server every value is text: a number, a
 * list or {@code null} in a JSON body is its own JSON text, and an empty text is as good as none.
 */
public final class Parameters {
  /** A value; {@code json} when its text came out of a JSON body unquoted. */
  public record Value(String text, boolean json) {}

  /** An uploaded file. */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  public record Upload(String name, String mimeType, byte[] content) {}

  /** What opens doors elsewhere: a payment provider's, a bot's webhook. */
  private static final Set<String> SECRETS = Set.of("provider_token", "secret_token");

  private final Map<String, Value> values = new LinkedHashMap<>();
  private final Map<String, Upload> uploads = new LinkedHashMap<>();

  /** Adds a value unless one of that name came earlier: the query string is read first and wins. */
  public void add(String name, Value value) {
    values.putIfAbsent(name, value);
  }

  /** Adds a file. */
  public void add(String name, Upload upload) {
    uploads.putIfAbsent(name, upload);
  }

  /** The text of a parameter; empty when it is missing. */
  public String text(String name) {
    var value = values.get(name);
    return value == null ? "" : value.text();
  }

  /** Whether the parameter was sent, be it empty. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /**
   * The text of a parameter that must be there.
   *
   * @throws Refusal 400 {@code parameter "name" is required}
   */
  public String required(String name) {
    var text = text(name);
    if (text.isEmpty()) {
      throw Refusal.required(name);
    }
    return text;
  }

  /** {@code true}, {@code yes} and {@code 1} are true, whatever their case; all else is false. */
  public boolean flag(String name) {
    var text = text(name).strip();
    return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("yes") || text.equals("1");
  }

  /** Leading digits of a parameter, clamped and never refused; the default when it is missing. */
  public long number(String name, long byDefault, long min, long max) {
    var text = text(name);
    return Math.clamp(text.isEmpty() ? byDefault : leadingDigits(text), min, max);
  }

  /** The file of that name. */
  public Optional<Upload> upload(String name) {
    return Optional.ofNullable(uploads.get(name));
  }

  /** Characters of all names and values. */
  public long length() {
    return values.entrySet().stream()
        .mapToLong(entry -> entry.getKey().length() + (long) entry.getValue().text().length())
        .sum();
  }

  /** All values by name. */
  public Map<String, Value> values() {
    return Collections.unmodifiableMap(values);
  }

  /** For the journal: what was JSON is JSON again, a file is its name and size, a secret hidden. */
  public ObjectNode toJson() {
    var json = Json.object();
    values.forEach(
        (name, value) -> {
          if (SECRETS.contains(name) && !value.text().isEmpty()) {
            json.put(name, "(hidden)");
            return;
          }
          var parsed = value.json() ? Json.read(value.text()) : Optional.empty();
          if (parsed.isPresent()) {
            json.set(name, Json.read(value.text()).get());
          } else {
            json.put(name, Unicode.printable(value.text()));
          }
        });
    uploads.forEach(
        (name, file) ->
            json.putObject(name)
                .put("file_name", Unicode.printable(file.name()))
                .put("file_size", file.content().length));
    return json;
  }

  private static long leadingDigits(String text) {
    boolean negative = text.charAt(0) == '-';
    long number = 0;
    for (int i = negative ? 1 : 0; i < text.length() && Character.isDigit(text.charAt(i)); i++) {
      int digit = text.charAt(i) - '0';
      if (digit > 9 || number > Long.MAX_VALUE / 10 - 1) {
        break;
      }
      number = number * 10 + digit;
    }
    return negative ? -number : number;
  }
}
