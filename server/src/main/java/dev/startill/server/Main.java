package dev.startill.server;

import dev.startill.catalog.Spelling;
import dev.startill.port.SettingsException;
import dev.startill.port.StartillException;
import dev.startill.server.cli.Console;
import dev.startill.server.cli.Options;
import dev.startill.server.cli.Texts;
import dev.startill.server.tools.Tools;
import dev.startill.simulation.Simulate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What {@code ./startill} runs: one command, and its exit status. */
public final class Main {
  static final int DONE = 0;
  static final int REFUSED = 1;
  static final int USAGE = 2;

  /** Those that a person calls, as they are told when one of them was misspelt. */
  static final List<String> COMMANDS =
      Stream.concat(Stream.of("demo", "serve", "sandbox", "simulate"), Tools.names()).toList();

  private static final Set<String> HELP = Set.of("--help", "-h", "help");

  private Main() {}

  /** Runs a command; 0 is done, 1 refused, 2 a mistake in how it was called. */
  public static void main(String[] arguments) {
    Running.begin();
    if (arguments.length > 0 && Tools.has(arguments[0])) {
      Logs.installQuietly();
    }
    var status = run(List.of(arguments), Console.ofProcess(), System.getenv());
    if (status != DONE) {
      System.exit(status);
    }
  }

  static int run(List<String> arguments, Console terminal, Map<String, String> environment) {
    var console = terminal.calledWith(arguments);
    try {
      return command(arguments, console, environment);
    } catch (SettingsException e) {
      console.note(String.valueOf(e.getMessage()));
      return USAGE;
    } catch (Options.UsageException e) {
      console.note(
          "startill: %s See ./startill %s --help."
              .formatted(sentence(String.valueOf(e.getMessage())), arguments.getFirst()));
      return USAGE;
    } catch (StartillException e) {
      console.note(String.valueOf(e.getMessage()));
      return REFUSED;
    }
  }

  private static int command(
      List<String> arguments, Console console, Map<String, String> environment) {
    if (arguments.isEmpty()) {
      console.err().print(usage());
      return USAGE;
    }
    var name = arguments.get(0);
    var rest = arguments.subList(1, arguments.size());
    if (HELP.contains(name)) {
      return rest.isEmpty() ? print(usage(), console) : help(rest.getFirst(), console);
    }
    if (rest.contains("--help") || rest.contains("-h")) {
      return help(name, console);
    }
    if (Tools.has(name)) {
      return Tools.run(name, rest, console, environment);
    }
    return switch (name) {
      case "demo" -> running(() -> Demo.run(rest));
      case "serve" -> running(() -> Serve.run(rest));
      case "sandbox" -> running(() -> SandboxAlone.run(rest));
      case "simulate" -> Simulate.run(withoutConfig(rest), console.out(), console.err());
      case "warm-up" -> running(() -> WarmUp.run(rest));
      case "--version" -> print("startill " + version() + "\n", console);
      default -> unknown(name, console);
    };
  }

  private static String sentence(String words) {
    return words.endsWith(".") ? words : words + ".";
  }

  private static int running(Runnable command) {
    Logs.install();
    command.run();
    return DONE;
  }

  /** The operator's tools take it; a simulation makes its own shop. */
  private static List<String> withoutConfig(List<String> arguments) {
    var kept = new ArrayList<String>();
    for (var rest = arguments.iterator(); rest.hasNext(); ) {
      var argument = rest.next();
      if (argument.equals("--config") && rest.hasNext()) {
        rest.next();
      } else if (!argument.startsWith("--config=")) {
        kept.add(argument);
      }
    }
    return kept;
  }

  private static int print(String text, Console console) {
    console.text(text);
    return DONE;
  }

  private static int unknown(String command, Console console) {
    var meant =
        Spelling.nearest(command, COMMANDS)
            .map(near -> " Did you mean '%s'?".formatted(near))
            .orElse("");
    console.note(
        "startill: there is no command '%s'.%s See ./startill --help.".formatted(command, meant));
    return USAGE;
  }

  /** What there is to say of one command. */
  private static int help(String command, Console console) {
    return COMMANDS.contains(command)
        ? print(Texts.read(command + "-usage.txt"), console)
        : unknown(command, console);
  }

  private static String version() {
    var version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "(not from a jar)" : version;
  }

  private static String usage() {
    return Texts.read("usage.txt");
  }
}
