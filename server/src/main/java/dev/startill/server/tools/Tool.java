package dev.startill.server.tools;

import dev.startill.server.cli.Console;
import dev.startill.server.cli.Options;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One of the operator's commands. Immutable.
 *
 * @param name as it is called
 * @param valued its options that have a value, besides {@code --config}
 * @param flags those that have none, besides {@code --json}
 * @param words how many words may follow it
 * @param work what it does; answers the exit status
 */
record Tool(String name, Set<String> valued, Set<String> flags, int words, Work work) {
  /** Done, or accepted. */
  static final int DONE = 0;

  /** Refused, or the books differ. */
  static final int REFUSED = 1;

  /** What a command does. */
  interface Work {
    int run(Call call);
  }

  int run(List<String> arguments, Console console, Map<String, String> environment) {
    var options = Options.of(arguments, with(valued, Call.CONFIG), with(flags, Call.JSON), words);
    return work.run(new Call(options, console, environment));
  }

  private static Set<String> with(Set<String> names, String more) {
    var all = new HashSet<>(names);
    all.add(more);
    return all;
  }
}
