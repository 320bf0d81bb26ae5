package dev.startill.server;

import dev.startill.Startill;
import dev.startill.catalog.ProductId;
import dev.startill.jdbc.JdbcStore;
import dev.startill.jdbc.ServeLock;
import dev.startill.node.Turn;
import dev.startill.payment.Answer;
import dev.startill.payment.Order;
import dev.startill.port.Books;
import dev.startill.port.Lease;
import dev.startill.port.Reply;
import dev.startill.port.SettingsException;
import dev.startill.port.StoreException;
import dev.startill.server.config.CodesFile;
import dev.startill.server.config.Config;
import dev.startill.server.config.Config.Updates;
import dev.startill.server.config.Role;
import dev.startill.server.pages.MoneyPages;
import dev.startill.server.pages.Pages;
import dev.startill.server.shop.Counter;
import dev.startill.server.shop.InReply;
import dev.startill.server.shop.Shopkeeper;
import dev.startill.server.web.Actions;
import dev.startill.server.web.Health;
import dev.startill.server.web.OperatorKey;
import dev.startill.server.web.Pulse;
import dev.startill.server.web.Site;
import dev.startill.server.web.Web;
import dev.startill.server.web.WebhookDoor;
import dev.startill.telegram.http.HttpBot;
import dev.startill.telegram.http.HttpSettings;
import dev.startill.telegram.http.Incoming;
import dev.startill.telegram.http.Poller;
import dev.startill.telegram.http.Polling;
import dev.startill.telegram.http.PollingSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One shop, served: the wiring of store, Telegram, engine, shop and pages. Closing it ends intake
 * first, then what is under way, then the store. Threads share it.
 */
public final class ShopServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ShopServer.class);

  /** Codes in one unit of work: a long list never makes a checkout wait. */
  private static final int CODES = 200;

  /**
   * What is in hand is done in milliseconds, or not for long; the engine needs its four seconds.
   */
  private static final Duration PATIENCE_AT_CLOSE = Duration.ofMillis(800);

  private final Config config;
  private final OperatorKey key;
  private final Node node;
  private final Health health;
  private volatile String username = "";
  private final CountDownLatch stop = new CountDownLatch(1);
  private final CountDownLatch introduced = new CountDownLatch(1);
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final Web web;

  /**
   * Starts to serve; listens when it returns, and introduces itself to Telegram meanwhile.
   *
   * @throws SettingsException if it cannot be as it is configured
   * @throws StoreException if the database cannot be used
   */
  ShopServer(Config config, World world) {
    this.config = config;
    try {
      this.key = OperatorKey.in(world.key(), world.random());
      var settings = config.settings();
      var telegram = config.telegram();
      if (!config.isShared()) {
        opened(ServeLock.take(config.store()));
      }
      var store = opened(store(world));
      this.node = opened(Node.of(config, store, world.random())).start();
      var pulse = new Pulse(() -> store.books().cursor(), System::nanoTime);
      this.health = new Health(store::stats, pulse, node::about);
      var limits =
          HttpSettings.defaults().withLimits(telegram.perSecond(), telegram.perChatPerSecond());
      var bot = opened(HttpBot.at(telegram.api(), telegram.token(), limits));
      var engine =
          Startill.over(store, bot.telegram())
              .selling(config.catalog())
              .settings(settings)
              .clock(world.clock())
              .random(world.random())
              .watching(node.rounds());
      var startill = opened(node.does(Role.WORKER) ? engine.start() : engine.build());
      config.offers().forEach(offer -> stock(startill, offer));
      var counter = new Counter(config, () -> username);
      var keeper = new Shopkeeper(startill, bot.api(), counter);
      var money = new MoneyPages(store.archive(), telegram.token().id(), config.rates());
      var pages = new Pages(store.books(), this::botName, world.clock(), money);
      var site = new Site(pages, new Actions(startill, store.books()), key);
      var http = config.http();
      var where = new Web.Listening(http.bind(), http.port(), world.portOption());
      var pagesHere = node.does(Role.INTAKE);
      this.web =
          opened(
              new Web(
                  where,
                  health,
                  pagesHere ? Optional.of(site) : Optional.empty(),
                  pagesHere ? door(startill, keeper) : Optional.empty()));
      introduce(bot, counter, keeper);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Where the pages are. */
  URI url() {
    var bind = config.http().bind();
    var host = bind.equals("0.0.0.0") || bind.equals("::") ? "127.0.0.1" : bind;
    return URI.create(
        "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + web.port());
  }

  /** What opens the pages. */
  OperatorKey key() {
    return key;
  }

  /** Waits until updates come, or the server is closed. */
  void awaitIntroduction() throws InterruptedException {
    introduced.await();
  }

  /** Ends within five seconds; what is not done by then is done after the next start. */
  @Override
  public void close() {
    stop.countDown();
    synchronized (open) {
      while (!open.isEmpty()) {
        close(open.pop());
      }
    }
    introduced.countDown();
  }

  /** What is opened after the end is closed at once. */
  private <T extends AutoCloseable> T opened(T thing) {
    synchronized (open) {
      if (stop.getCount() == 0) {
        close(thing);
      } else {
        open.push(thing);
      }
    }
    return thing;
  }

  private static void close(AutoCloseable thing) {
    try {
      thing.close();
    } catch (Exception e) {
      LOG.warn("Something did not close well: {}", e.toString());
    }
  }

  private Optional<WebhookDoor> door(Startill startill, Shopkeeper keeper) {
    return switch (config.telegram().updates()) {
      case Updates.Polling polling -> Optional.empty();
      case Updates.Webhook webhook ->
          Optional.of(
              new WebhookDoor(
                  webhook.url().getPath(), webhook.secret(), receiver(webhook, startill, keeper)));
    };
  }

  private static Function<Incoming, Optional<Answer>> receiver(
      Updates.Webhook webhook, Startill startill, Shopkeeper keeper) {
    if (webhook.answersInReply()) {
      return new InReply(
          keeper::take,
          startill::tell,
          order -> startill.orders().find(order).filter(ShopServer::isPaid).isPresent(),
          System::nanoTime);
    }
    return incoming -> {
      keeper.receive(incoming);
      return Optional.empty();
    };
  }

  private static boolean isPaid(Books.OrderStory story) {
    return story.line().order() instanceof Order.Paid;
  }

  private void introduce(HttpBot bot, Counter counter, Shopkeeper keeper) {
    var introduction = new Introduction(bot.api(), health, stop);
    Thread.ofVirtual()
        .name("startill-introduction")
        .start(
            () -> {
              if (introduction.introduce(
                  name -> username = name, counter.menu(), () -> route(bot))) {
                take(bot, keeper);
                LOG.info("The bot {} sells at {}.", botName(), config.telegram().api());
              }
              introduced.countDown();
            });
  }

  private JdbcStore store(World world) {
    var bot = config.telegram().token().id();
    return config.migrates()
        ? JdbcStore.open(config.login(), bot, config.settings(), world.clock(), world.random())
        : JdbcStore.openPrepared(
            config.login(), bot, config.settings(), world.clock(), world.random());
  }

  /** Said by the nodes that updates come to. */
  private Reply route(HttpBot bot) {
    return switch (config.telegram().updates()) {
      case Updates.Polling polling ->
          node.does(Role.WORKER) ? bot.api().deleteWebhook() : new Reply.Done();
      case Updates.Webhook webhook ->
          node.does(Role.INTAKE)
              ? bot.api().setWebhook(webhook.url(), webhook.secret())
              : new Reply.Done();
    };
  }

  /** From here on updates come, and health is whether they do. */
  private void take(HttpBot bot, Shopkeeper keeper) {
    switch (config.telegram().updates()) {
      case Updates.Polling how -> health.isAs(polling(bot, keeper));
      case Updates.Webhook how -> health.isAs(Optional::empty);
    }
  }

  /** Why no updates come, once this node polls; of a node that does not, nothing. */
  private Supplier<Optional<String>> polling(HttpBot bot, Shopkeeper keeper) {
    if (!node.does(Role.WORKER)) {
      return Optional::empty;
    }
    Function<Turn, Polling> polls =
        turn -> bot.poll(PollingSettings.defaults(), keeper::receive, turn);
    var tenure = node.tenure(Lease.Duty.POLLER);
    if (tenure.isEmpty()) {
      var polling = polls.apply(Turn.ALWAYS);
      opened(() -> polling.close(PATIENCE_AT_CLOSE));
      return polling::trouble;
    }
    return opened(new Poller(tenure.get().start(), polls, PATIENCE_AT_CLOSE).start())::trouble;
  }

  private String botName() {
    return username.isEmpty() ? "" : "@" + username;
  }

  private static void stock(Startill startill, Config.Offer offer) {
    offer.codes().ifPresent(file -> stock(startill, offer.product().id(), codesIn(file)));
  }

  private static void stock(Startill startill, ProductId product, List<String> codes) {
    var added = 0;
    for (var from = 0; from < codes.size(); from += CODES) {
      added += startill.stock(product, codes.subList(from, Math.min(codes.size(), from + CODES)));
    }
    LOG.info("product={} codes={} new={}", product, codes.size(), added);
  }

  private static List<String> codesIn(Path file) {
    try {
      return CodesFile.read(file);
    } catch (IOException e) {
      throw new SettingsException(
          "The codes in %s cannot be read (%s).".formatted(file, e.getClass().getSimpleName()));
    }
  }
}
