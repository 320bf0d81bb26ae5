package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.startill.sandbox.testing.TinyShop;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The guide's lines for a shell are run, against somebody's bot. */
class GuideTest {
  private static final Pattern SHELL = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

  @Test
  void the_lines_of_the_shell_work_as_they_stand() throws Exception {
    assumeTrue(has("curl") && has("sh"), "there is no curl here");
    var guide = Files.readString(root().resolve("docs/guides/test-your-bot-in-the-sandbox.md"));
    var lines = SHELL.matcher(guide);
    assertThat(lines.find()).isTrue();
    try (var sandbox = Sandbox.start();
        var shop = new TinyShop(sandbox.url(), sandbox.bot("123456:any-letters").token())) {
      assertThat(shop).isNotNull();
      var script = lines.group(1).replace("http://127.0.0.1:8081", sandbox.url().toString());
      assertThat(run("set -e\n" + script))
          .contains("\"id\":700000001")
          .contains("\"invoice\"")
          .contains("\"status\":\"paid\"")
          .contains("\"method\":\"sendInvoice\"")
          .contains("{\"forgotten\":true}");
    }
  }

  private static String run(String script) throws IOException, InterruptedException {
    var process = new ProcessBuilder("sh", "-c", script).redirectErrorStream(true).start();
    try (var out = process.getInputStream()) {
      var said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as(said).isZero();
      return said;
    }
  }

  private static Path root() {
    var folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("LICENSE"))) {
      folder = Objects.requireNonNull(folder.getParent(), "not inside the project");
    }
    return folder;
  }

  private static boolean has(String program) {
    for (var folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      if (Files.isExecutable(Path.of(folder, program))) {
        return true;
      }
    }
    return false;
  }
}
