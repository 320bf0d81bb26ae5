package dev.startill.benchmarks.wire;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** A body of the type multipart/form-data whose parts are short texts. For one thread. */
final class PartFields implements Fields {
  private static final Pattern NAME = Pattern.compile("name=\"([^\"]*)\"");

  private final Map<String, String> values = new HashMap<>();

  PartFields(byte[] array, int from, int to) {
    var text = new String(array, from, to - from, StandardCharsets.UTF_8);
    var border = text.substring(0, text.indexOf("\r\n"));
    for (var part : text.split(Pattern.quote(border), -1)) {
      var head = part.indexOf("\r\n\r\n");
      if (head > 0) {
        var name = NAME.matcher(part.substring(0, head));
        if (name.find()) {
          values.put(name.group(1), part.substring(head + 4, part.length() - 2));
        }
      }
    }
  }

  @Override
  public String text(String name) {
    return values.getOrDefault(name, "");
  }
}
