package dev.startill.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Goods that are not where the shop's file says: their buyer waits, and nobody else does. */
class MissingFileStoryTest {
  @TempDir Path folder;

  @Test
  void what_is_missing_holds_up_nobody_and_leaves_by_itself_when_it_is_back() throws Exception {
    Files.writeString(folder.resolve("codes.txt"), "CODE-ONE\n");
    var guide = Files.writeString(folder.resolve("guide.txt"), "Chapter one.");
    try (var box = Box.open();
        var shop = Shop.serving(folder, Yaml.hasty(box.url()))) {
      var moved = Files.move(guide, folder.resolve("elsewhere.txt"));
      var ann = box.buyer("Ann", 1000);
      ann.pays(ann.asks("/book"));
      for (var i = 0; i < 10; i++) {
        var bob = box.buyer("Bob " + i, 1000);
        bob.pays(bob.asks("/buy"));
        bob.awaits("guide.pdf");
      }
      assertThat(ann.messages(m -> m.has("document"))).isEmpty();
      Files.move(moved, guide);
      Until.holds("the book comes", () -> ann.messages(m -> m.has("document")).size() == 1);
      new Audit(shop.database(), box).passes();
    }
  }
}
