package dev.startill.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startill.port.SettingsException;
import dev.startill.port.StoreException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeLockTest {
  @TempDir Path folder;

  @Test
  void a_second_server_on_one_file_is_refused() {
    var url = SqliteFile.in(folder).url();
    try (var lock = ServeLock.take(url)) {
      assertThat(lock).isNotNull();
      assertThatThrownBy(() -> ServeLock.take(url))
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining("Another Startill serves")
          .hasMessageContaining("startill.db");
    }
  }

  @Test
  void it_can_be_taken_again_once_it_is_free() {
    var url = SqliteFile.in(folder).url();
    ServeLock.take(url).close();

    ServeLock.take(url).close();
  }

  @Test
  void death_frees_it() throws Exception {
    var url = SqliteFile.in(folder).url();
    try (var child = Child.of(LockHolder.class, url)) {
      assertThat(child.line()).isEqualTo("locked");
      assertThatThrownBy(() -> ServeLock.take(url)).isInstanceOf(SettingsException.class);

      child.kill();

      ServeLock.take(url).close();
    }
  }

  @Test
  void a_folder_that_is_missing_is_an_error_with_a_remedy() {
    var file = new SqliteFile(folder.resolve("nowhere").resolve("startill.db"));

    assertThatThrownBy(() -> ServeLock.take(file.url()))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("folder");
  }
}
