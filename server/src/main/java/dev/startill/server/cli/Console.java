package dev.startill.server.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a command speaks: what it found out on {@code out}, and what it is about on {@code err}.
 *
 * @param out for results, which a machine may read
 * @param err for people
 * @param live whether {@code err} is a terminal, so that a line may be written over
 * @param shop whose commands it suggests
 */
public record Console(PrintStream out, PrintStream err, boolean live, ShopHint shop) {
  /** The launcher knows whether a person looks on: Java can tell it only since its release 22. */
  private static final String TERMINAL = "startill.terminal";

  private static final JsonMapper JSON = JsonMapper.shared();

  /** One that suggests commands as they are. */
  public Console(PrintStream out, PrintStream err, boolean live) {
    this(out, err, live, ShopHint.NONE);
  }

  /** The process's own. */
  public static Console ofProcess() {
    return new Console(System.out, System.err, Boolean.getBoolean(TERMINAL));
  }

  /** The same, for a command with these arguments: what it suggests is for the same shop. */
  public Console calledWith(List<String> arguments) {
    return new Console(out, err, live, ShopHint.of(arguments));
  }

  /** A text as it stands. */
  public void text(String text) {
    out.print(text);
  }

  /** A line of the result. */
  public void line(String text) {
    out.println(clean(shop.in(text)));
  }

  /** The result as JSON, in one line. */
  public void json(Map<String, ?> result) {
    out.println(JSON.writeValueAsString(result));
  }

  /** A line for people, beside the result. */
  public void note(String text) {
    err.println(clean(shop.in(text)));
  }

  /** What strangers wrote must not move a terminal's cursor. */
  static String clean(String text) {
    var clean = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> Character.isISOControl(c) && c != '\n' ? 0xFFFD : c)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }
}
