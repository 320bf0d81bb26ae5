package dev.startill.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startill.port.SettingsException;
import dev.startill.sandbox.Sandbox;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said when the pretend Telegram cannot start. */
class SandboxAloneTest {
  @TempDir private Path folder;

  @Test
  void a_folder_in_use_is_no_matter_of_the_port() {
    try (var first = Sandbox.builder().data(folder).start()) {
      assertThat(first.port()).isPositive();
      var second = List.of("--port", "0", "--data", folder.toString());
      assertThatThrownBy(() -> SandboxAlone.run(second))
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining("a folder of its own")
          .hasMessageNotContaining("--port");
      assertThatThrownBy(() -> Ports.opened(Sandbox.builder().data(folder)::start, "--port"))
          .isInstanceOf(SettingsException.class)
          .hasMessageNotContaining("--port");
    }
  }

  @Test
  void the_host_is_named_whatever_it_looks_like() {
    assertThat(SandboxAlone.host(URI.create("http://127.0.0.1:8081"))).isEqualTo("127.0.0.1");
    assertThat(SandboxAlone.host(URI.create("http://[::1]:8081"))).isEqualTo("[::1]");
    assertThat(SandboxAlone.host(URI.create("http://my_bots:8081"))).isEqualTo("my_bots");
  }

  @Test
  void a_port_in_use_is_one() {
    try (var first = Sandbox.start()) {
      var second = List.of("--port", Integer.toString(first.port()));
      assertThatThrownBy(() -> SandboxAlone.run(second))
          .isInstanceOf(SettingsException.class)
          .hasMessageEndingWith("They are --port and --bind.");
    }
  }
}
