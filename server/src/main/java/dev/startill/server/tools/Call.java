package dev.startill.server.tools;

import dev.startill.server.cli.Console;
import dev.startill.server.cli.Options;
import dev.startill.server.cli.Progress;
import dev.startill.server.config.Config;
import dev.startill.server.config.ConfigFile;
import java.nio.file.Path;
import java.util.Map;

/**
 * How a command was called.
 *
 * @param options what followed its name
 * @param console where it speaks
 * @param environment the variables of the process
 */
record Call(Options options, Console console, Map<String, String> environment) {
  static final String CONFIG = "--config";
  static final String JSON = "--json";

  /** Whether a machine reads the result. */
  boolean isForMachine() {
    return options.has(JSON);
  }

  Path configFile() {
    return Path.of(options.text(CONFIG, "startill.yaml"));
  }

  /**
   * The shop's settings.
   *
   * @throws dev.startill.port.SettingsException with everything that is wrong with them
   */
  Config config() {
    return ConfigFile.read(configFile(), environment);
  }

  /** Says a result: in words, or as JSON. */
  void answer(String words, Map<String, ?> result) {
    if (isForMachine()) {
      console.json(result);
    } else {
      console.line(words);
    }
  }

  /** How far the work has come; a machine is not told. */
  Progress progress(String title, String unit) {
    return isForMachine() ? Progress.silent(console) : Progress.of(console, title, unit);
  }
}
