package dev.startill.server.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** What follows a command: words, and options as {@code --name value} or {@code --name=value}. */
public final class Options {
  /** After it everything is a word, even what looks like an option. */
  private static final String END = "--";

  private final Map<String, String> given;
  private final List<String> words;

  private Options(Map<String, String> given, List<String> words) {
    this.given = given;
    this.words = List.copyOf(words);
  }

  /**
   * Reads what follows a command that takes no words.
   *
   * @param valued the options that have a value
   * @param flags those that have none
   * @throws UsageException if there is anything else
   */
  public static Options of(List<String> arguments, Set<String> valued, Set<String> flags) {
    return of(arguments, valued, flags, 0);
  }

  /** Reads what follows a command that takes so many words at most. */
  public static Options of(
      List<String> arguments, Set<String> valued, Set<String> flags, int mostWords) {
    var given = new LinkedHashMap<String, String>();
    var words = new ArrayList<String>();
    for (var rest = arguments.iterator(); rest.hasNext(); ) {
      var argument = rest.next();
      var equals = argument.indexOf('=');
      var name = equals < 0 ? argument : argument.substring(0, equals);
      if (argument.equals(END)) {
        rest.forEachRemaining(words::add);
      } else if (valued.contains(name)) {
        if (equals < 0 && !rest.hasNext()) {
          throw new UsageException("%s needs a value.".formatted(name));
        }
        given.put(name, equals < 0 ? rest.next() : argument.substring(equals + 1));
      } else if (flags.contains(argument)) {
        given.put(argument, "");
      } else if (argument.startsWith("-")) {
        throw new UsageException("there is no option '%s' here.".formatted(argument));
      } else {
        words.add(argument);
      }
    }
    var options = new Options(given, words);
    options.most(mostWords);
    return options;
  }

  /** Refuses more words than these. */
  public void most(int mostWords) {
    if (words.size() > mostWords) {
      throw new UsageException("'%s' is too much here.".formatted(words.get(mostWords)));
    }
  }

  /** Whether an option was given. */
  public boolean has(String flag) {
    return given.containsKey(flag);
  }

  /** An option's value, or what is usual without it. */
  public String text(String name, String usual) {
    return given.getOrDefault(name, usual);
  }

  /** An option's value, if it was given. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(given.get(name));
  }

  /** The words, in their order. */
  public List<String> words() {
    return words;
  }

  /**
   * A word that must be there.
   *
   * @param place from 0
   * @param what it is, such as {@code CHARGE}
   */
  public String word(int place, String what) {
    if (place >= words.size() || words.get(place).isBlank()) {
      throw new UsageException("%s is missing.".formatted(what));
    }
    return words.get(place);
  }

  /** A word that must be there and have the form of something. */
  public <T> T word(int place, String what, Function<String, T> reader) {
    return read(word(place, what), what, reader);
  }

  /** An option's value, if it was given; it must have the form of something. */
  public <T> Optional<T> value(String name, Function<String, T> reader) {
    return text(name).map(text -> read(text, name, reader));
  }

  /** A day, if it was given. */
  public Optional<LocalDate> day(String name) {
    return text(name)
        .map(
            text -> {
              try {
                return LocalDate.parse(text);
              } catch (DateTimeException e) {
                throw new UsageException(
                    "%s is a day such as 2026-11-01, unlike '%s'.".formatted(name, text));
              }
            });
  }

  /** Something that was made of several options, which must fit each other. */
  public static <T> T fitting(Supplier<T> maker) {
    try {
      return maker.get();
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private static <T> T read(String text, String what, Function<String, T> reader) {
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException e) {
      throw new UsageException("%s: %s".formatted(what, e.getMessage()));
    }
  }

  /** A port that was given, or the usual one. */
  public int port(String name, int usual) {
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
  public long number(String name) {
    var text = text(name, "");
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new UsageException("%s is a whole number, unlike '%s'.".formatted(name, text));
    }
  }

  /** A command was called in a way that it does not know; its own help says in which it may be. */
  public static final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With what is wrong about it. */
    public UsageException(String message) {
      super(message);
    }
  }
}
