package dev.startill.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.server.cli.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoToolsTest {
  @TempDir Path folder;

  @Test
  void the_tools_work_on_the_demos_own_shop() throws IOException {
    var odd = Files.createDirectory(folder.resolve("it's a demo: #1"));
    try (var demo = new Demo(0, 0, odd)) {
      demo.awaitReady();
      assertThat(types("doctor", odd)).contains("ok    telegram", "ok    server", "ok    updates");
      assertThat(types("cases", odd)).contains("Nothing waits for you.");
    }
  }

  private static String types(String command, Path folder) {
    var out = new ByteArrayOutputStream();
    var printer = new PrintStream(out, true, StandardCharsets.UTF_8);
    var config = folder.resolve("startill.yaml").toString();
    var status =
        Main.run(
            List.of(command, "--config", config), new Console(printer, printer, false), Map.of());
    assertThat(status).as(out.toString(StandardCharsets.UTF_8)).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }
}
