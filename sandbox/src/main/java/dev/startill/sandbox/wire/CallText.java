package dev.startill.sandbox.wire;

import dev.startill.sandbox.world.Journal;
import java.time.Duration;

/**
 * A journaled call as JSON text; its request and response are JSON already and go in as they are.
 */
public final class CallText {
  private static final double NANOS_PER_MILLI = 1e6;

  private CallText() {}

  /** All of a call. */
  public static String whole(Journal.Entry entry) {
    return of(entry, Integer.MAX_VALUE);
  }

  /** A call without its request, or its response, where that has more characters than this. */
  public static String brief(Journal.Entry entry, int longest) {
    return of(entry, longest);
  }

  private static String of(Journal.Entry entry, int longest) {
    var head =
        Json.object()
            .put("seq", entry.seq())
            .put("at", entry.at().toString())
            .put("ms", milliseconds(entry.took()))
            .put("bot", entry.bot())
            .put("method", entry.method());
    var open = Json.text(head);
    var text = new StringBuilder(open).deleteCharAt(open.length() - 1);
    put(text, "request", entry.request(), longest);
    text.append(",\"status\":").append(entry.status());
    put(text, "response", entry.response().isEmpty() ? "null" : entry.response(), longest);
    return text.append('}').toString();
  }

  private static void put(StringBuilder text, String name, String json, int longest) {
    if (json.length() <= longest) {
      text.append(",\"").append(name).append("\":").append(json);
    }
  }

  /** To a hundredth. */
  private static double milliseconds(Duration took) {
    return Math.round(took.toNanos() / NANOS_PER_MILLI * 100) / 100.0;
  }
}
