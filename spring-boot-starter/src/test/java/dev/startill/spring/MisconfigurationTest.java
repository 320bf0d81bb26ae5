package dev.startill.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.startill.catalog.Product;
import dev.startill.port.Fulfilment;
import dev.startill.port.Store;
import dev.startill.sandbox.Sandbox;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.sqlite.SQLiteDataSource;

/** Each start that cannot be ends with what is wrong and what to do. */
class MisconfigurationTest {
  @Test
  void without_a_token() {
    Application.silent()
        .withUserConfiguration(Application.InMemory.class)
        .withPropertyValues(Application.A_GUIDE)
        .run(
            context ->
                Analyzed.of(context)
                    .says("startill.telegram.token is not set")
                    .advises("@BotFather"));
  }

  @Test
  void with_a_token_that_is_none() {
    Application.complete()
        .withPropertyValues("startill.telegram.token=secret")
        .run(
            context -> {
              var told = Analyzed.of(context).says("@BotFather");
              assertThat(told.what()).doesNotContain("secret");
            });
  }

  @Test
  void with_a_token_that_telegram_refuses() {
    try (var telegram = Sandbox.builder().strictTokens(true).start()) {
      Application.silent()
          .withUserConfiguration(Application.InMemory.class)
          .withPropertyValues(Application.A_GUIDE)
          .withPropertyValues(
              "startill.telegram.token=" + Application.TOKEN,
              "startill.telegram.api-url=" + telegram.url())
          .run(
              context -> {
                var told =
                    Analyzed.of(context).says("Telegram refuses the bot").advises("@BotFather");
                assertThat(told.what() + told.remedy()).doesNotContain(Application.TOKEN);
              });
    }
  }

  @Test
  void but_not_with_a_bot_api_that_does_not_know_what_it_is_asked() {
    try (var telegram = Sandbox.start()) {
      telegram
          .fail("getMyStarBalance")
          .before()
          .withError(404, "Not Found: method not found")
          .always();
      Application.silent()
          .withUserConfiguration(Application.InMemory.class)
          .withPropertyValues(Application.A_GUIDE)
          .withPropertyValues(
              "startill.telegram.token=" + telegram.token(),
              "startill.telegram.api-url=" + telegram.url())
          .run(context -> assertThat(context).hasNotFailed());
    }
  }

  @Test
  void without_a_store() {
    Application.silent()
        .withUserConfiguration(Application.Elsewhere.class)
        .withPropertyValues(Application.A_GUIDE)
        .withPropertyValues("startill.telegram.token=" + Application.TOKEN)
        .run(
            context ->
                Analyzed.of(context).says("Startill has no store").advises("startill.store.url"));
  }

  @Test
  void with_two_stores() {
    Application.complete()
        .withBean("another", Store.class, () -> new Application.InMemory().store())
        .run(context -> Analyzed.of(context).says("2 stores: another, store").advises("@Primary"));
  }

  @Test
  void with_two_stores_of_which_one_is_named() {
    Application.complete()
        .withPropertyValues("startill.store.url=jdbc:sqlite:shop.db")
        .run(context -> Analyzed.of(context).says("startill.store.url").advises("Take one away"));
  }

  @Test
  void with_two_databases_of_which_none_is_the_first() {
    Application.silent()
        .withUserConfiguration(Application.Elsewhere.class)
        .withBean("one", DataSource.class, SQLiteDataSource::new)
        .withBean("two", DataSource.class, SQLiteDataSource::new)
        .withPropertyValues(Application.A_GUIDE)
        .withPropertyValues("startill.telegram.token=" + Application.TOKEN)
        .run(context -> Analyzed.of(context).says("several DataSources").advises("@Primary"));
  }

  @Test
  void with_a_database_that_nobody_keeps_books_in() {
    Application.silent()
        .withUserConfiguration(Application.Elsewhere.class)
        .withBean(
            DataSource.class, () -> new DriverManagerDataSource("jdbc:h2:mem:app", "sa", "hidden"))
        .withPropertyValues(Application.A_GUIDE)
        .withPropertyValues("startill.telegram.token=" + Application.TOKEN)
        .run(
            context -> {
              var told = Analyzed.of(context).says("jdbc:h2").advises("startill.store.url");
              assertThat(told.what()).doesNotContain("hidden");
            });
  }

  @Test
  void with_a_prefix_that_no_table_can_have() {
    onAFile("shop.db")
        .withPropertyValues("startill.store.table-prefix=Star-")
        .run(context -> Analyzed.of(context).says("'Star-'").advises("startill_"));
  }

  @Test
  void with_tables_of_somebody_elses_in_the_place_of_ours(@TempDir Path folder)
      throws SQLException {
    var file = folder.resolve("app.db").toString();
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.executeUpdate("CREATE TABLE orders (id INTEGER)");
    }
    onAFile(file).run(context -> Analyzed.of(context).says("a table orders already"));
  }

  private static ApplicationContextRunner onAFile(String name) {
    return Application.silent()
        .withUserConfiguration(Application.Elsewhere.class)
        .withPropertyValues(Application.A_GUIDE)
        .withPropertyValues(
            "startill.telegram.token=" + Application.TOKEN,
            "startill.store.url=jdbc:sqlite:" + name);
  }

  @Test
  void when_another_process_serves_the_file(@TempDir Path folder) {
    var shop = onAFile(folder.resolve("shop.db").toString());
    shop.run(
        first -> {
          assertThat(first).hasNotFailed();
          shop.run(second -> Analyzed.of(second).says("Another Startill serves"));
        });
  }

  @Test
  void with_nothing_to_sell() {
    Application.silent()
        .withUserConfiguration(Application.Elsewhere.class, Application.InMemory.class)
        .withPropertyValues("startill.telegram.token=" + Application.TOKEN)
        .run(
            context ->
                Analyzed.of(context).says("Nothing is on sale").advises("startill.products"));
  }

  @Test
  void with_a_product_that_has_no_price() {
    Application.complete()
        .withPropertyValues("startill.products[1].id=book", "startill.products[1].title=Book")
        .withPropertyValues("startill.products[1].description=A book.")
        .run(
            context ->
                Analyzed.of(context)
                    .says("startill.products[1] has no stars")
                    .advises("startill.products[1].stars"));
  }

  @Test
  void with_a_product_that_nobody_could_be_invoiced_for() {
    Application.complete()
        .withPropertyValues("startill.products[0].stars=1000000")
        .run(context -> Analyzed.of(context).says("100000 Stars").advises("startill.products[0]"));
  }

  @Test
  void with_goods_that_have_two_ways_to_the_buyer() {
    Application.complete()
        .withPropertyValues("startill.products[0].deliver.file=guide.pdf")
        .run(context -> Analyzed.of(context).says("several kinds").advises("one of text"));
  }

  @Test
  void with_codes_that_are_not_there() {
    Application.complete()
        .withPropertyValues(
            "startill.products[1].id=key",
            "startill.products[1].title=Key",
            "startill.products[1].description=A key.",
            "startill.products[1].stars=5",
            "startill.products[1].deliver.codes=nowhere.txt")
        .run(context -> Analyzed.of(context).says("nowhere.txt").advises("one code a line"));
  }

  @Test
  void with_one_id_for_two_products() {
    Application.complete()
        .withBean("one", Product.class, Application::course)
        .withBean("two", Product.class, Application::course)
        .run(context -> Analyzed.of(context).says("'course'").advises("beans of type Product"));
  }

  @Test
  void with_a_product_whose_handler_is_missing() {
    Application.complete()
        .withBean(Product.class, Application::course)
        .run(
            context ->
                Analyzed.of(context)
                    .says("the handler 'courses', but there is no bean of type Fulfilment")
                    .advises("with the name 'courses'"));
  }

  @Test
  void with_a_product_whose_handler_has_another_name() {
    Application.complete()
        .withBean(Product.class, Application::course)
        .withBean("tickets", Fulfilment.class, () -> purchase -> {})
        .withBean("lessons", Fulfilment.class, () -> purchase -> {})
        .run(context -> Analyzed.of(context).says("Fulfilment are lessons, tickets"));
  }

  @Test
  void with_a_word_that_nobody_knows() {
    Application.complete()
        .withPropertyValues("startill.telegram.tokn=x")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .hasRootCauseInstanceOf(UnboundConfigurationPropertiesException.class));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.7.18", "3.4.9"})
  void with_a_spring_boot_that_is_too_old(String version) {
    Analyzed.of(catchThrowable(() -> SupportedBoot.check(version)))
        .says("Spring Boot " + version)
        .advises("Update Spring Boot");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.5.0", "4.1.2", "5.0.0-M1", "one of my own"})
  void but_not_with_one_that_is_or_may_be_supported(String version) {
    assertThatCode(() -> SupportedBoot.check(version)).doesNotThrowAnyException();
  }

  @Test
  void with_a_webhook_and_no_web() {
    Application.complete()
        .withPropertyValues("startill.telegram.updates=webhook")
        .run(context -> Analyzed.of(context).says("no web application").advises("webmvc"));
  }

  @Test
  void with_polling_beside_a_webhook() {
    try (var telegram = Sandbox.builder().local(true).start()) {
      Webhooks.set(telegram, Application.TOKEN, "http://127.0.0.1:1/hook");
      Application.silent()
          .withUserConfiguration(Application.InMemory.class)
          .withPropertyValues(Application.A_GUIDE)
          .withPropertyValues(
              "startill.telegram.token=" + Application.TOKEN,
              "startill.telegram.api-url=" + telegram.url(),
              "startill.telegram.updates=polling")
          .run(
              context ->
                  Analyzed.of(context).says("updates to 127.0.0.1.").advises("deleteWebhook"));
    }
  }
}
