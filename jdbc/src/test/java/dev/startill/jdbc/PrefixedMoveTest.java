package dev.startill.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startill.port.StoreException;
import dev.startill.testkit.Fixtures;
import dev.startill.testkit.ManualClock;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop that moves with the application in whose database it is. */
class PrefixedMoveTest {
  @TempDir Path folder;
  private Database old;
  private Database home;

  @BeforeEach
  void settle() throws SQLException {
    old = SqliteFile.in(folder);
    home = PostgresDatabase.empty();
    for (var database : new Database[] {old, home}) {
      database.execute("CREATE TABLE orders (id INTEGER PRIMARY KEY)");
      database.execute("INSERT INTO orders VALUES (7)");
    }
    FullShop.open(under("old_", old), 5);
  }

  @Test
  void it_finds_its_place_under_another_prefix() throws SQLException {
    var moved = move(under("old_", old), under("new_", home));

    assertThat(moved.bots()).isEqualTo(FullShop.BOTS.size());
    assertThat(home.count("SELECT COUNT(*) FROM new_orders"))
        .isEqualTo(old.count("SELECT COUNT(*) FROM old_orders"))
        .isPositive();
    assertThat(home.texts("SELECT id FROM orders")).containsExactly("7");
    assertThatThrownBy(() -> JdbcStore.open(under("old_", old), Database.BOT))
        .hasMessageContaining("was moved to");
    JdbcStore.open(under("new_", home), Database.BOT).close();
  }

  @Test
  void who_does_not_name_the_prefix_is_told_which_it_is() throws SQLException {
    old.execute("DROP TABLE orders");

    assertThatThrownBy(() -> move(Login.in(old.url()), under("new_", home)))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("prefix old_");
  }

  private static Login under(String prefix, Database database) {
    return Login.in(database.url()).withTablePrefix(prefix);
  }

  private static Move.Moved move(Login from, Login to) {
    var nobody =
        new Move.Watcher() {
          @Override
          public void begins(Move.Part part, long all) {}

          @Override
          public void at(long rows) {}
        };
    return Move.of(from, to, new ManualClock(Fixtures.NOON), new Random(1)).run(nobody);
  }
}
