package dev.startill.testkit.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Well-formed examples by name, made after <a href="https://core.telegram.org/bots/api">the Bot
 * API's documents</a>.
 */
public final class Examples {
  private Examples() {}

  /** Updates of the kinds that a bot may get. */
  public static Map<String, Json> updates() {
    return in(Examples.class, "updates.json");
  }

  /** Whole answers to the calls that payments need. */
  public static Map<String, Json> answers() {
    return in(Examples.class, "answers.json");
  }

  /** Others, by name: the members of the object in a file beside a class. */
  public static Map<String, Json> in(Class<?> beside, String file) {
    try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(file))) {
      var all = Json.read(in.readAllBytes()).orElseThrow(() -> new IOException("no JSON: " + file));
      var examples = new LinkedHashMap<String, Json>();
      if (all instanceof Json.Obj obj) {
        obj.members().forEach(member -> examples.put(member.name(), member.value()));
      }
      return examples;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
