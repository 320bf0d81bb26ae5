package dev.startill.benchmarks.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A body of the type application/x-www-form-urlencoded, or the query of a URL. For one thread. */
public final class FormFields implements Fields {
  private final Map<String, String> values = new HashMap<>();

  /** Reads it whole. */
  public FormFields(String form) {
    for (var pair : form.split("&", -1)) {
      var at = pair.indexOf('=');
      if (at > 0) {
        values.put(decoded(pair.substring(0, at)), decoded(pair.substring(at + 1)));
      }
    }
  }

  @Override
  public String text(String name) {
    return values.getOrDefault(name, "");
  }

  private static String decoded(String text) {
    return text.indexOf('%') < 0 && text.indexOf('+') < 0
        ? text
        : URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
