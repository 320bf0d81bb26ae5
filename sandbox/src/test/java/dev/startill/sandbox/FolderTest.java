package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startill.sandbox.state.FolderTaken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two sandboxes and one folder. */
class FolderTest {
  @TempDir private Path folder;

  @Test
  void a_folder_in_use_is_refused_by_name_and_free_afterwards() {
    var second = Sandbox.builder().data(folder);
    try (var first = Sandbox.builder().data(folder).start()) {
      assertThatThrownBy(second::start)
          .isInstanceOf(FolderTaken.class)
          .hasMessageContaining(folder.toAbsolutePath().toString())
          .hasMessageContaining("a folder of its own");
      assertThat(first.port()).isPositive();
    }
    try (var again = second.start()) {
      assertThat(again.port()).isPositive();
    }
  }

  @Test
  void a_start_that_fails_leaves_the_folder_free() throws IOException {
    Files.writeString(folder.resolve("sandbox.json"), "nonsense");
    var wish = Sandbox.builder().data(folder);
    assertThatThrownBy(wish::start).hasMessageContaining("sandbox.json");
    Files.delete(folder.resolve("sandbox.json"));
    try (var sandbox = wish.start()) {
      assertThat(sandbox.port()).isPositive();
    }
  }
}
