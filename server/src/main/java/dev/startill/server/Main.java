package dev.startill.server;

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

/** What {@code ./startill} runs: one command, and its exit status. */
public final class Main {
  static final int DONE = 0;
  static final int REFUSED = 1;
  static final int USAGE = 2;

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

  static int run(List<String> arguments, Console console, Map<String, String> environment) {
    try {
      return command(arguments, console, environment);
    } catch (SettingsException e) {
      console.note(String.valueOf(e.getMessage()));
      return USAGE;
    } catch (Options.UsageException e) {
      console.note("startill: " + e.getMessage());
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
    if (rest.contains("--help")) {
      return print(help(name));
    }
    if (Tools.has(name)) {
      return Tools.run(name, rest, console, environment);
    }
    return switch (name) {
      case "demo" -> running(() -> Demo.run(rest));
      case "serve" -> running(() -> Serve.run(rest));
      case "sandbox" -> running(() -> SandboxAlone.run(rest));
      case "simulate" -> Simulate.run(withoutConfig(rest), console.out(), console.err());
      case "warm-up" -> running(WarmUp::run);
      case "--version" -> print("startill " + version() + "\n");
      case "--help" -> print(usage());
      default -> unknown(name, console);
    };
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

  private static int print(String text) {
    System.out.print(text);
    return DONE;
  }

  private static int unknown(String command, Console console) {
    console.note("startill: there is no command '" + command + "'.\n");
    console.err().print(usage());
    return USAGE;
  }

  /** What there is to say of one command; of most, what there is to say of all. */
  private static String help(String command) {
    var own = command.matches("[a-z-]+") ? Texts.read(command + "-usage.txt") : "";
    return own.isEmpty() ? usage() : own;
  }

  private static String version() {
    var version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "(not from a jar)" : version;
  }

  private static String usage() {
    return Texts.read("usage.txt");
  }
}
