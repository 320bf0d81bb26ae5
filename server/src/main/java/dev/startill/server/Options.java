package dev.startill.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The options of a command, {@code --name value} or {@code --name=value}. Immutable. */
final class Options {
  private final Map<String, String> given;

  private Options(Map<String, String> given) {
    this.given = given;
  }

  /**
   * Reads what follows a command.
   *
   * @param valued the options that have a value
   * @param flags those that have none
   * @throws UsageException if there is anything else
   */
  static Options of(List<String> arguments, Set<String> valued, Set<String> flags) {
    var given = new LinkedHashMap<String, String>();
    for (var rest = arguments.iterator(); rest.hasNext(); ) {
      var argument = rest.next();
      var equals = argument.indexOf('=');
      var name = equals < 0 ? argument : argument.substring(0, equals);
      if (valued.contains(name)) {
        if (equals < 0 && !rest.hasNext()) {
          throw new UsageException("%s needs a value. See ./startill --help.".formatted(name));
        }
        given.put(name, equals < 0 ? rest.next() : argument.substring(equals + 1));
      } else if (flags.contains(argument)) {
        given.put(argument, "");
      } else {
        throw new UsageException(
            "there is no option '%s' here. See ./startill --help.".formatted(argument));
      }
    }
    return new Options(given);
  }

  boolean has(String flag) {
    return given.containsKey(flag);
  }

  String text(String name, String usual) {
    return given.getOrDefault(name, usual);
  }

  int port(String name, int usual) {
    var text = given.get(name);
    if (text == null) {
      return usual;
    }
    try {
      var port = Integer.parseInt(text);
      if (port >= 0 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new UsageException("%s is a port from 0 to 65535, unlike '%s'.".formatted(name, text));
  }

  /** A whole number that was given. */
  long number(String name) {
    var text = text(name, "");
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new UsageException("%s is a whole number, unlike '%s'.".formatted(name, text));
    }
  }

  /** A command was called in a way that it does not know. */
  static final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
      super(message);
    }
  }
}
