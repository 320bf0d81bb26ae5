package dev.startill.server.config;

import dev.startill.catalog.Spelling;
import dev.startill.server.config.Problems.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Keys and values that are being read: whatever was never asked for is an unknown key. For one
 * thread.
 */
final class Section {
  private static final Pattern OF_OTHER_CURRENCIES =
      Pattern.compile("provider|(^|[-_])tips?($|[-_])|currency|shipping");

  private final Reading reading;
  private final String path;
  private final Place place;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Set<String> known = new LinkedHashSet<>();

  private Section(Reading reading, String path, Place place) {
    this.reading = reading;
    this.path = path;
    this.place = place;
  }

  /** The section that a node holds; an empty one, and a problem, if it holds something else. */
  static Section of(Reading reading, String path, Node node) {
    return of(reading, path, lineOf(node), node);
  }

  private static Section of(Reading reading, String path, int line, Node node) {
    var section = new Section(reading, path, reading.line(line));
    if (node instanceof MappingNode mapping) {
      mapping.getValue().forEach(pair -> section.enter(pair.getKeyNode(), pair.getValueNode()));
    } else if (!isEmpty(node)) {
      section.problem(
          (path.isEmpty() ? "the file" : path) + " must hold keys.",
          "Write them as 'key: value', one a line.");
    }
    return section;
  }

  /** A value, if it is there. */
  Optional<Setting> value(String key) {
    return find(key).flatMap(entry -> settingOf(key, entry));
  }

  /** The variable that overrides a value, else the value, if either is there. */
  Optional<Setting> value(String key, String override) {
    var value = find(key);
    return reading
        .variable(override)
        .map(text -> new Setting(reading, Place.ENVIRONMENT, override, text))
        .or(() -> value.flatMap(entry -> settingOf(key, entry)));
  }

  /** The section under a key; an empty one if it is not there. */
  Section section(String key) {
    return find(key)
        .map(entry -> of(reading, nameOf(key), entry.line(), entry.value()))
        .orElseGet(() -> new Section(reading, nameOf(key), place));
  }

  /** The list of sections under a key; an empty one if it is not there. */
  List<Section> sections(String key) {
    var sections = new ArrayList<Section>();
    find(key)
        .ifPresent(
            entry -> {
              if (entry.value() instanceof SequenceNode list) {
                for (var node : list.getValue()) {
                  sections.add(of(reading, nameOf(key) + "[" + sections.size() + "]", node));
                }
              } else if (!isEmpty(entry.value())) {
                reading
                    .problems()
                    .add(
                        reading.line(lineOf(entry.value())),
                        nameOf(key) + " must be a list.",
                        "Begin each of its parts with '- '.");
              }
            });
    return sections;
  }

  boolean has(String key) {
    return entries.containsKey(key);
  }

  /** Names what nobody asked for. */
  void nothingElse() {
    entries.forEach(
        (key, entry) -> {
          if (!known.contains(key)) {
            var inWhat = path.isEmpty() ? "." : " in " + path + ".";
            reading
                .problems()
                .add(reading.line(entry.line()), "unknown key '" + key + "'" + inWhat, meant(key));
          }
        });
  }

  /** Tutorials for other currencies have these: https://core.telegram.org/bots/payments-stars. */
  private String meant(String key) {
    if (OF_OTHER_CURRENCIES.matcher(key).find()) {
      return "Stars have no provider, no tips, no currency to choose and no shipping: take it away.";
    }
    return Spelling.nearest(key, known)
        .map(near -> "Did you mean '" + near + "'?")
        .orElse("Known here: " + String.join(", ", known) + ".");
  }

  /** Notes that a key is missing. */
  void missing(String key, String remedy) {
    problem(nameOf(key) + " is missing.", remedy);
  }

  /** Notes something about the whole section, at its first line. */
  void problem(String what, String remedy) {
    reading.problems().add(place, what, remedy);
  }

  Reading reading() {
    return reading;
  }

  String path() {
    return path;
  }

  private void enter(Node key, Node value) {
    var line = lineOf(key);
    if (!(key instanceof ScalarNode scalar)) {
      reading
          .problems()
          .add(reading.line(line), "a key must be one word.", "Write it as 'key: value'.");
      return;
    }
    var name = Variables.restored(scalar.getValue());
    var earlier = entries.putIfAbsent(name, new Entry(line, value));
    if (earlier != null) {
      reading
          .problems()
          .add(
              reading.line(line),
              nameOf(name) + " stands twice.",
              "Take this one away, or the one in line " + earlier.line() + ".");
    }
  }

  private Optional<Entry> find(String key) {
    known.add(key);
    return Optional.ofNullable(entries.get(key));
  }

  private Optional<Setting> settingOf(String key, Entry entry) {
    if (entry.value() instanceof ScalarNode scalar) {
      var written = isEmpty(scalar) ? "" : Variables.restored(scalar.getValue());
      return Optional.of(new Setting(reading, reading.line(lineOf(scalar)), nameOf(key), written));
    }
    reading
        .problems()
        .add(
            reading.line(entry.line()),
            nameOf(key) + " must be one value.",
            "Write it as '" + key + ": value'.");
    return Optional.empty();
  }

  private String nameOf(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private static boolean isEmpty(Node node) {
    return node instanceof ScalarNode && node.getTag().equals(Tag.NULL);
  }

  private static int lineOf(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
  }

  private record Entry(int line, Node value) {}
}
