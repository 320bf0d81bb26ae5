package dev.startill.testkit;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads a call's parameters as the Bot API does, from JSON, a form or a multipart body: every value
 * is text, strings unescaped, anything else as it stands, {@code null} among it. It believes the
 * adapter to write well-formed bodies and throws where one is not.
 */
final class Parameters {
  private static final Pattern PART = Pattern.compile("name=\"([^\"]*)\"(?:; filename=\"(.*?)\")?");

  private static final String ATTACHED = "attach://";

  private final String json;
  private int at;

  private Parameters(String json) {
    this.json = json;
  }

  static Map<String, String> of(String contentType, byte[] body) {
    if (contentType.startsWith("multipart/form-data")) {
      return multipart(contentType, new String(body, StandardCharsets.UTF_8));
    }
    var text = new String(body, StandardCharsets.UTF_8);
    if (contentType.startsWith("application/x-www-form-urlencoded")) {
      return form(text);
    }
    return text.isBlank() ? Map.of() : new Parameters(text).object();
  }

  private static Map<String, String> form(String text) {
    var all = new LinkedHashMap<String, String>();
    for (var pair : text.split("&", -1)) {
      var sign = pair.indexOf('=');
      if (sign > 0) {
        all.put(decoded(pair.substring(0, sign)), decoded(pair.substring(sign + 1)));
      }
    }
    return all;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static Map<String, String> multipart(String contentType, String body) {
    var all = new LinkedHashMap<String, String>();
    var boundary = contentType.replaceFirst(".*boundary=\"?([^\";]*)\"?.*", "$1");
    for (var part : body.split(Pattern.quote("--" + boundary), -1)) {
      var name = PART.matcher(part);
      var start = part.indexOf("\r\n\r\n");
      if (start > 0 && name.find()) {
        all.put(name.group(1), part.substring(start + 4, part.length() - 2));
        if (name.group(2) != null) {
          all.put(name.group(1) + ".filename", name.group(2));
        }
      }
    }
    return attached(all);
  }

  /** A file may stand in a part of another name: {@code attach://} tells in which. */
  private static Map<String, String> attached(Map<String, String> parts) {
    var all = new LinkedHashMap<>(parts);
    parts.forEach(
        (name, value) -> {
          var part = value.startsWith(ATTACHED) ? value.substring(ATTACHED.length()) : "";
          if (parts.containsKey(part)) {
            all.put(name, all.remove(part));
            all.put(name + ".filename", all.remove(part + ".filename"));
          }
        });
    return all;
  }

  private Map<String, String> object() {
    var all = new LinkedHashMap<String, String>();
    expect('{');
    while (peek() != '}') {
      var name = string();
      expect(':');
      all.put(name, peek() == '"' ? string() : raw());
      if (peek() == ',') {
        at++;
      }
    }
    return all;
  }

  private String string() {
    expect('"');
    var text = new StringBuilder();
    while (json.charAt(at) != '"') {
      var letter = json.charAt(at++);
      text.append(letter == '\\' ? escaped() : letter);
    }
    at++;
    return text.toString();
  }

  private char escaped() {
    var letter = json.charAt(at++);
    if (letter == 'u') {
      at += 4;
      return (char) Integer.parseInt(json.substring(at - 4, at), 16);
    }
    var index = "nrtbf".indexOf(letter);
    return index < 0 ? letter : "\n\r\t\b\f".charAt(index);
  }

  /** A number, word, array or object up to where it ends. */
  private String raw() {
    var start = at;
    var depth = 0;
    while (depth > 0 || (json.charAt(at) != ',' && json.charAt(at) != '}')) {
      var letter = json.charAt(at);
      if (letter == '"') {
        string();
        continue;
      }
      depth += letter == '[' || letter == '{' ? 1 : letter == ']' || letter == '}' ? -1 : 0;
      at++;
    }
    return json.substring(start, at).strip();
  }

  private char peek() {
    while (Character.isWhitespace(json.charAt(at))) {
      at++;
    }
    return json.charAt(at);
  }

  private void expect(char letter) {
    if (peek() != letter) {
      throw new IllegalArgumentException("'" + letter + "' expected at " + at + " of " + json);
    }
    at++;
  }
}
