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
    return named("updates.json");
  }

  /** Whole answers to the calls that payments need. */
  public static Map<String, Json> answers() {
    return named("answers.json");
  }

  /** The members of the object in a file beside this class. */
  private static Map<String, Json> named(String file) {
    try (InputStream in = Objects.requireNonNull(Examples.class.getResourceAsStream(file))) {
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
