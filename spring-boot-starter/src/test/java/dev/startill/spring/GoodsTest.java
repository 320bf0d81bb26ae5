package dev.startill.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.catalog.Catalog;
import dev.startill.port.Books;
import dev.startill.port.Condition;
import dev.startill.port.Store;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A start that would sell what could not be bought, or could not be handed over. */
@ExtendWith(OutputCaptureExtension.class)
class GoodsTest {
  private static final String DELIVER = "startill.products[1].deliver.";
  private static final String[] A_BOOK = {
    "startill.products[1].id=book",
    "startill.products[1].title=Book",
    "startill.products[1].description=A book.",
    "startill.products[1].stars=5"
  };

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"/buy", "Buy", "buy me", "", "a2345678901234567890123456789012x"})
  void a_command_that_nobody_can_send_ends_it(String command) {
    Application.complete()
        .withPropertyValues("startill.products[0].command=" + command)
        .run(
            context ->
                Analyzed.of(context)
                    .says("startill.products[0].command is '%s'".formatted(command))
                    .advises("without the slash"));
  }

  @Test
  void products_beside_a_catalogue_end_it() {
    Application.complete()
        .withBean("mine", Catalog.class, () -> Catalog.of(Application.course()))
        .run(
            context ->
                Analyzed.of(context).says("two catalogues").says("'mine'").advises("Product"));
  }

  @Test
  void a_file_that_is_not_there_ends_it() {
    Application.complete()
        .withPropertyValues(A_BOOK)
        .withPropertyValues(DELIVER + "file=" + folder.resolve("book.pdf"))
        .run(context -> Analyzed.of(context).says("'book'").says("cannot be read").advises("read"));
  }

  @Test
  void a_file_that_a_bot_may_not_send_ends_it() throws IOException {
    var book = folder.resolve("book.pdf");
    try (var file = new RandomAccessFile(book.toFile(), "rw")) {
      file.setLength(51 << 20);
    }
    Application.complete()
        .withPropertyValues(A_BOOK)
        .withPropertyValues(DELIVER + "file=" + book)
        .run(context -> Analyzed.of(context).says("51 MiB").advises("web server"));
  }

  @Test
  void a_text_that_fits_no_message_ends_it() {
    Application.complete()
        .withPropertyValues(A_BOOK)
        .withPropertyValues(DELIVER + "text=" + "x".repeat(4097))
        .run(context -> Analyzed.of(context).says("4097 characters").advises("Shorten"));
  }

  @Test
  void all_that_fails_is_told_at_once() {
    Application.complete()
        .withPropertyValues("startill.products[0].deliver.text=" + "x".repeat(5000))
        .withPropertyValues(A_BOOK)
        .withPropertyValues(DELIVER + "file=" + folder.resolve("book.pdf"))
        .run(context -> Analyzed.of(context).says("'guide'").says("'book'"));
  }

  @Test
  void a_file_without_any_code_ends_it_unless_the_stock_had_some(CapturedOutput output)
      throws IOException {
    var keys = folder.resolve("keys.txt");
    Files.writeString(keys, "\n\n");
    var shop =
        Application.silent()
            .withUserConfiguration(Application.Elsewhere.class)
            .withPropertyValues("startill.store.url=jdbc:sqlite:" + folder.resolve("shop.db"))
            .withPropertyValues("startill.telegram.token=" + Application.TOKEN)
            .withPropertyValues(Application.A_GUIDE)
            .withPropertyValues(A_BOOK)
            .withPropertyValues(DELIVER + "codes=" + keys);
    shop.run(context -> Analyzed.of(context).says("no code of product 'book'").advises("a line"));

    Files.writeString(keys, "ONE\n");
    shop.run(context -> assertThat(context).hasNotFailed());
    Files.writeString(keys, "");
    shop.run(context -> assertThat(context).hasNotFailed());
    assertThat(output.getAll()).doesNotContain("No code of 'book' is free");
  }

  @Test
  void a_database_that_may_forget_ends_it_unless_that_is_wanted(CapturedOutput output) {
    var shop =
        Application.silent()
            .withUserConfiguration(Application.Elsewhere.class)
            .withBean(Store.class, Forgetful::new)
            .withPropertyValues("startill.telegram.token=" + Application.TOKEN)
            .withPropertyValues(Application.A_GUIDE);
    shop.run(context -> Analyzed.of(context).says("fsync=off, and wants on").advises("lost"));

    shop.withPropertyValues("startill.store.require-durable=false")
        .run(context -> assertThat(context).hasNotFailed());
    assertThat(output.getAll()).contains("fsync=off, and wants on");
  }

  /** One whose database does not wait for the disk. */
  private record Forgetful(Store inner) implements Store {
    Forgetful() {
      this(new Application.InMemory().store());
    }

    @Override
    public Optional<Condition> condition() {
      var guarantee = new Condition.Guarantee("fsync", "off", "on");
      return Optional.of(new Condition("a database", 1, List.of(guarantee), Optional.empty()));
    }

    @Override
    public <T> T inTransaction(Lane lane, Function<Work, T> unit) {
      return inner.inTransaction(lane, unit);
    }

    @Override
    public <T> void behind(Function<Work, T> unit, Consumer<T> committed) {
      inner.behind(unit, committed);
    }

    @Override
    public Books books() {
      return inner.books();
    }

    @Override
    public void close() {
      inner.close();
    }
  }
}
