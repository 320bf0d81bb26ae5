package dev.startill.acceptance.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Keeps the guide's Java true: it is what a test runs. */
public final class Guide {
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  private Guide() {}

  /** That every line of the guide's block with these words in it is a line of the test. */
  public static void saysTheSameAs(String test, String words) {
    var guide = read("docs/guides/test-your-bot-in-the-sandbox.md");
    var block =
        JAVA.matcher(guide)
            .results()
            .map(MatchResult::group)
            .filter(java -> java.contains(words))
            .findFirst();
    assertThat(block).as("a block of Java with " + words).isPresent();
    var lines = read(test).lines().map(String::strip).toList();
    block
        .orElseThrow()
        .lines()
        .map(String::strip)
        .filter(line -> !line.startsWith("```"))
        .forEach(line -> assertThat(lines).contains(line));
  }

  private static String read(String path) {
    var folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("LICENSE"))) {
      folder = Objects.requireNonNull(folder.getParent(), "not inside the project");
    }
    try {
      return Files.readString(folder.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
