package dev.startill.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Stories in a sandbox of their own, with a folder that holds what a shop sells. */
abstract class BoxStories {
  @TempDir Path folder;
  Box box;

  @BeforeEach
  void openTheBox() throws IOException {
    Files.writeString(folder.resolve("codes.txt"), "CODE-ONE\n");
    Files.writeString(folder.resolve("guide.txt"), "Chapter one.");
    box = Box.open();
  }

  @AfterEach
  void closeTheBox() {
    box.close();
  }
}
