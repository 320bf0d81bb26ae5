package dev.startill.server.config;

import dev.startill.port.SettingsException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads {@code startill.yaml}: from bytes to a checked {@link Config}. */
public final class ConfigFile {
  /** A shop of a hundred products fits a few times. */
  private static final int MAX_BYTES = 1 << 20;

  /** Nothing in this file lies deeper than four; the parser recurses for each. */
  private static final int MAX_DEPTH = 20;

  /** What {@code demo} writes, beside the file that a command looks for by itself. */
  private static final String DEMOS = "demo-data/startill.yaml";

  private static final LoadSettings YAML =
      LoadSettings.builder().setAllowDuplicateKeys(true).setMaxAliasesForCollections(10).build();

  private final Reading reading;

  private ConfigFile(Reading reading) {
    this.reading = reading;
  }

  /**
   * Reads and checks a file.
   *
   * @param file which
   * @param environment the variables of the process
   * @throws SettingsException with every problem, one a line
   */
  public static Config read(Path file, Map<String, String> environment) {
    var problems = new Problems();
    var reading = new Reading(file, environment, problems);
    var config = new ConfigFile(reading).read();
    problems.throwAny();
    return config.orElseThrow();
  }

  private Optional<Config> read() {
    return bytes()
        .flatMap(this::decode)
        .map(Variables::hidden)
        .flatMap(this::compose)
        .flatMap(this::config);
  }

  private Optional<Config> config(Node root) {
    return new ConfigReader(Section.of(reading, "", root)).read();
  }

  private Optional<byte[]> bytes() {
    var file = reading.file();
    try {
      if (!Files.exists(file)) {
        return wrong(
            0,
            "there is no such file.",
            "Write one, or name another with '--config FILE'." + demos(file));
      }
      if (Files.isDirectory(file)) {
        return wrong(0, "is a folder.", "Name the file in it with '--config FILE'.");
      }
      if (Files.size(file) > MAX_BYTES) {
        return wrong(0, "is longer than 1 MiB.", "Is it the right file?");
      }
      return Optional.of(Files.readAllBytes(file));
    } catch (IOException e) {
      return wrong(0, "cannot be read (" + e.getClass().getSimpleName() + ").", "May we read it?");
    }
  }

  /** Whoever ran the demo here may mean its shop. */
  private static String demos(Path file) {
    return Files.exists(file.resolveSibling(DEMOS))
        ? " The demo's is '--config " + DEMOS + "'."
        : "";
  }

  private Optional<String> decode(byte[] bytes) {
    var in = ByteBuffer.wrap(bytes);
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    try {
      var text = decoder.decode(in).toString();
      return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      var before = new String(bytes, 0, in.position(), StandardCharsets.ISO_8859_1);
      return wrong(lineAt(before, before.length()), "is not UTF-8 here.", "Save it as UTF-8.");
    }
  }

  private Optional<Node> compose(String text) {
    try {
      if (!isShallow(text)) {
        return Optional.empty();
      }
      var root = new Compose(YAML).composeString(text);
      return root.isPresent() ? root : empty();
    } catch (MarkedYamlEngineException e) {
      return syntax(e.getProblemMark().or(e::getContextMark), String.valueOf(e.getProblem()));
    } catch (ReaderException e) {
      var line = lineAt(text, text.offsetByCodePoints(0, e.getPosition()));
      return wrong(line, "has the character U+%04X.".formatted(e.getCodePoint()), "Take it away.");
    } catch (YamlEngineException e) {
      return wrong(0, "is not YAML: " + e.getMessage() + ".", "Take it away.");
    }
  }

  /** Walks the events first: composing nodes recurses, and a hostile file would never end. */
  private boolean isShallow(String text) {
    var depth = 0;
    for (var event : new Parse(YAML).parseString(text)) {
      if (event instanceof NodeEvent node
          && node.getAnchor().isPresent()
          && event.getEventId() == Event.ID.Alias) {
        wrong(lineOf(event.getStartMark()), "has an alias (*).", "Write the value itself.");
        return false;
      }
      if (event instanceof CollectionStartEvent && ++depth > MAX_DEPTH) {
        wrong(lineOf(event.getStartMark()), "is nested too deeply.", "Nothing here goes so deep.");
        return false;
      }
      if (event instanceof CollectionEndEvent) {
        depth--;
      }
    }
    return true;
  }

  private Optional<Node> empty() {
    return wrong(0, "is empty.", "It needs at least 'telegram:' with a token, and 'products:'.");
  }

  private <T> Optional<T> syntax(Optional<Mark> mark, String problem) {
    return wrong(
        lineOf(mark), "is not YAML: " + problem + ".", "Look at this line and the one above it.");
  }

  private <T> Optional<T> wrong(int line, String what, String remedy) {
    reading.problems().add(reading.line(line), what, remedy);
    return Optional.empty();
  }

  private static int lineOf(Optional<Mark> mark) {
    return mark.map(m -> m.getLine() + 1).orElse(0);
  }

  private static int lineAt(String text, int end) {
    return 1 + (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
  }
}
