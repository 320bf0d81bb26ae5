package dev.startill.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.startill.Startill;
import dev.startill.catalog.Catalog;
import dev.startill.catalog.Product;
import dev.startill.jdbc.JdbcStore;
import dev.startill.party.BotId;
import dev.startill.port.Fulfilment;
import dev.startill.port.Store;
import dev.startill.port.Telegram;
import dev.startill.settings.Settings;
import dev.startill.telegram.http.HttpBot;
import dev.startill.testkit.RecordingTelegram;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

/** What an application gets, and what of its own is taken instead. */
class WiringTest {
  @Test
  void a_bot_a_store_and_a_product_make_a_shop() {
    Application.complete()
        .run(
            context -> {
              assertThat(context).hasNotFailed().hasSingleBean(Startill.class);
              assertThat(context.getBean(BotId.class)).isEqualTo(Application.BOT);
              assertThat(context.getBean(EngineLifecycle.class).isRunning()).isTrue();

              context.getBean(Startill.class).sell("guide").to(7).invoice();

              var telegram = (RecordingTelegram) context.getBean(Telegram.class);
              await().until(() -> !telegram.said(RecordingTelegram.Said.Invoiced.class).isEmpty());
            });
  }

  @Test
  void nothing_is_wired_where_it_is_not_wanted() {
    Application.silent()
        .withPropertyValues("startill.enabled=false")
        .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(Startill.class));
  }

  @Test
  void no_connection_is_made_to_a_telegram_that_the_application_brings() {
    Application.complete()
        .run(
            context ->
                assertThat(context.getBeanFactory().containsSingleton("startillHttpBot"))
                    .isFalse());
  }

  @Test
  void a_way_over_http_is_made_where_there_is_none() {
    Application.silent()
        .withUserConfiguration(Application.InMemory.class)
        .withPropertyValues(Application.A_GUIDE)
        .withPropertyValues(
            "startill.telegram.token=" + Application.TOKEN,
            "startill.telegram.api-url=http://127.0.0.1:1")
        .run(
            context -> {
              assertThat(context).hasNotFailed().hasSingleBean(Telegram.class);
              assertThat(context.getBean(HttpBot.class).id()).isEqualTo(Application.BOT);
            });
  }

  @Test
  void products_come_from_properties_and_from_beans() {
    Application.complete()
        .withBean(Product.class, Application::course)
        .withBean("courses", Fulfilment.class, () -> purchase -> {})
        .run(
            context ->
                assertThat(context.getBean(Catalog.class).products())
                    .extracting(product -> product.id().value())
                    .containsExactly("guide", "course"));
  }

  @Test
  void a_handler_may_need_startill_itself() {
    Application.complete()
        .withBean(Product.class, Application::course)
        .withBean("courses", Selling.class)
        .run(
            context ->
                assertThat(context.getBean(Selling.class).startill)
                    .isSameAs(context.getBean(Startill.class)));
  }

  /** A handler that sells on. */
  static final class Selling implements Fulfilment {
    private final Startill startill;

    Selling(Startill startill) {
      this.startill = startill;
    }

    @Override
    public void fulfil(Purchase purchase) {
      startill.sell("guide").to(purchase.buyer()).invoice();
    }
  }

  @Test
  void properties_turn_the_knobs_and_a_bean_turns_all_of_them() {
    Application.complete()
        .withPropertyValues("startill.reconcile.every=15s", "startill.sole-owner=true")
        .run(
            context -> {
              var settings = context.getBean(Settings.class);
              assertThat(settings.reconciling().every()).isEqualTo(Duration.ofSeconds(15));
              assertThat(settings.soleOwner()).isTrue();
            });
    var mine = Settings.defaults().asSoleOwner();
    Application.complete()
        .withBean(Settings.class, () -> mine)
        .run(context -> assertThat(context.getBean(Settings.class)).isSameAs(mine));
  }

  @Test
  void the_store_goes_where_the_applications_data_source_leads(@TempDir Path folder) {
    var url = "jdbc:sqlite:" + folder.resolve("app.db");
    onADataSource(url)
        .run(
            context -> {
              assertThat(context).hasNotFailed().hasSingleBean(JdbcStore.class);
              assertThat(context.getBean(StorePlace.class).login().url()).isEqualTo(url);
              assertThat(context.getBean(Store.class)).isInstanceOf(JdbcStore.class);
              assertThat(folder.resolve("app.db")).exists();
            });
  }

  @Test
  void a_store_of_its_own_goes_where_it_is_told(@TempDir Path folder) {
    onADataSource("jdbc:sqlite:" + folder.resolve("app.db"))
        .withPropertyValues("startill.store.url=jdbc:sqlite:" + folder.resolve("books.db"))
        .run(
            context -> {
              assertThat(context).hasNotFailed();
              assertThat(folder.resolve("books.db")).exists();
              assertThat(folder.resolve("app.db")).doesNotExist();
            });
  }

  @Test
  void beside_the_applications_tables_it_has_a_prefix_and_else_none(@TempDir Path folder) {
    var app = "jdbc:sqlite:" + folder.resolve("app.db");
    var books = "startill.store.url=jdbc:sqlite:" + folder.resolve("books.db");
    var shop = onADataSource(app);
    shop.run(context -> assertThat(prefix(context)).isEqualTo("startill_"));
    shop.withPropertyValues("startill.store.table-prefix=stars_")
        .run(context -> assertThat(prefix(context)).isEqualTo("stars_"));
    shop.withPropertyValues(books).run(context -> assertThat(prefix(context)).isEmpty());
    shop.withPropertyValues(books + "2", "startill.store.table-prefix=stars_")
        .run(context -> assertThat(prefix(context)).isEqualTo("stars_"));
    onADataSource(app + "2")
        .withPropertyValues("startill.store.table-prefix=")
        .run(context -> assertThat(prefix(context)).isEmpty());
  }

  private static String prefix(ApplicationContext context) {
    return context.getBean(StorePlace.class).login().tablePrefix().text();
  }

  @Test
  void its_right_to_the_file_ends_with_the_context(@TempDir Path folder) {
    var shop = onADataSource("jdbc:sqlite:" + folder.resolve("app.db"));
    shop.run(context -> assertThat(context).hasNotFailed());
    shop.run(context -> assertThat(context).hasNotFailed());
  }

  @Test
  void two_instances_on_a_store_of_the_applications_own_take_turns() {
    try (var store = new Application.InMemory().store()) {
      var shop =
          Application.silent()
              .withUserConfiguration(Application.Elsewhere.class)
              .withBean(Store.class, () -> store, bean -> bean.setDestroyMethodName(""))
              .withPropertyValues("startill.telegram.token=" + Application.TOKEN)
              .withPropertyValues(Application.A_GUIDE);
      shop.run(
          first -> {
            var ours = first.getBean(Duties.class).roundsTurn();
            await().until(ours::isOurs);
            shop.run(
                second -> {
                  var theirs = second.getBean(Duties.class);
                  await().until(() -> theirs.rounds().orElseThrow().seen().isPresent());
                  assertThat(theirs.roundsTurn().isOurs()).isFalse();
                  assertThat(theirs.poller()).isPresent();
                });
          });
    }
  }

  private static ApplicationContextRunner onADataSource(String url) {
    return Application.silent()
        .withUserConfiguration(Application.Elsewhere.class)
        .withBean(DataSource.class, () -> DataSourceBuilder.create().url(url).build())
        .withPropertyValues(Application.A_GUIDE)
        .withPropertyValues("startill.telegram.token=" + Application.TOKEN);
  }
}
