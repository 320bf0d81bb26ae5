package dev.startill.server;

import dev.startill.port.SettingsException;
import dev.startill.port.StartillException;
import java.util.List;

/** What {@code ./startill} runs: one command, and its exit status. */
public final class Main {
  static final int DONE = 0;
  static final int REFUSED = 1;
  static final int USAGE = 2;

  private Main() {}

  /** Runs a command; 0 is done, 1 refused, 2 a mistake in how it was called. */
  public static void main(String[] arguments) {
    Running.begin();
    var status = run(List.of(arguments));
    if (status != DONE) {
      System.exit(status);
    }
  }

  static int run(List<String> arguments) {
    try {
      return command(arguments);
    } catch (SettingsException e) {
      System.err.println(e.getMessage());
      return USAGE;
    } catch (Options.UsageException e) {
      System.err.println("startill: " + e.getMessage());
      return USAGE;
    } catch (StartillException e) {
      System.err.println(e.getMessage());
      return REFUSED;
    }
  }

  private static int command(List<String> arguments) {
    if (arguments.isEmpty()) {
      System.err.print(usage());
      return USAGE;
    }
    var rest = arguments.subList(1, arguments.size());
    if (rest.contains("--help")) {
      return print(arguments.get(0).equals("sandbox") ? Texts.read("sandbox-usage.txt") : usage());
    }
    return switch (arguments.get(0)) {
      case "demo" -> running(() -> Demo.run(rest));
      case "serve" -> running(() -> Serve.run(rest));
      case "sandbox" -> running(() -> SandboxAlone.run(rest));
      case "warm-up" -> running(WarmUp::run);
      case "--version" -> print("startill " + version() + "\n");
      case "--help" -> print(usage());
      default -> unknown(arguments.get(0));
    };
  }

  private static int running(Runnable command) {
    Logs.install();
    command.run();
    return DONE;
  }

  private static int print(String text) {
    System.out.print(text);
    return DONE;
  }

  private static int unknown(String command) {
    System.err.println("startill: there is no command '" + command + "'.\n");
    System.err.print(usage());
    return USAGE;
  }

  private static String version() {
    var version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "(not from a jar)" : version;
  }

  private static String usage() {
    return Texts.read("usage.txt");
  }
}
