package dev.startill.benchmarks;

import dev.startill.Startill;
import dev.startill.catalog.Catalog;
import dev.startill.catalog.Delivery;
import dev.startill.catalog.Product;
import dev.startill.catalog.ProductId;
import dev.startill.intake.Update;
import dev.startill.jdbc.JdbcStore;
import dev.startill.money.Stars;
import dev.startill.payment.ChargeId;
import dev.startill.payment.Payload;
import dev.startill.port.StatementLine;
import dev.startill.telegram.http.BotToken;
import dev.startill.telegram.http.HttpBot;
import dev.startill.telegram.http.HttpSettings;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.Executors;

/**
 * Reads a long statement from a sandbox over HTTP into a SQLite file, and says what it took. {@code
 * ReconcileLoad link|know|read SANDBOX TOKEN DATABASE}: {@code link} opens a link in the books and
 * prints its payload; {@code know} takes in every payment of the statement as if its update had
 * come; {@code read} is what is measured.
 */
public final class ReconcileLoad implements AutoCloseable {
  private static final int PAGE = 100;
  private static final ProductId DONATION = new ProductId("donation");

  private final HttpBot bot;
  private final JdbcStore store;
  private final Startill startill;

  private ReconcileLoad(URI sandbox, BotToken token, String database) {
    this.bot = HttpBot.at(sandbox, token, HttpSettings.defaults().withLimits(0, 0));
    this.store = JdbcStore.open("jdbc:sqlite:" + database, token.id());
    var donation =
        new Product(
            DONATION, "A donation", "Thank you", new Stars(7), new Delivery.Text("Thank you"));
    this.startill = Startill.over(store, bot.telegram()).selling(Catalog.of(donation)).build();
  }

  /** Does it, and exits. */
  public static void main(String[] args) throws Exception {
    try (var load = new ReconcileLoad(URI.create(args[1]), BotToken.of(args[2]), args[3])) {
      switch (args[0]) {
        case "link" -> load.link();
        case "know" -> load.know();
        case "read" -> load.read();
        default -> throw new IllegalArgumentException(args[0]);
      }
    }
  }

  private void link() {
    System.out.println(new Payload.OfLink(startill.sell(DONATION).toAnyone().link().id()).text());
  }

  private void know() {
    var offset = 0L;
    var lines = bot.telegram().statement(offset, PAGE);
    while (!lines.isEmpty()) {
      try (var updates = Executors.newVirtualThreadPerTaskExecutor()) {
        lines.forEach(line -> updates.execute(() -> take(line)));
      }
      offset += lines.size();
      lines = bot.telegram().statement(offset, PAGE);
    }
  }

  private void take(StatementLine line) {
    var taken =
        startill.handle(
            new Update.Payment(
                new ChargeId(line.id()),
                line.party().orElseThrow(),
                line.payload().orElseThrow(),
                "XTR",
                line.nanostars() / Stars.NANOS_PER_STAR,
                line.at()));
    if (!taken) {
      throw new IllegalStateException(line.id() + " is not ours.");
    }
  }

  private void read() throws IOException {
    var driver = Program.driver();
    var cpu = driver.cpu();
    var begun = System.nanoTime();
    var result = startill.reconcile();
    var seconds = (System.nanoTime() - begun) / 1e9;
    System.out.printf(
        "%d lines in %.1f s = %.0f lines/s; recovered %d; %s%n",
        result.lines(),
        seconds,
        result.lines() / seconds,
        result.recovered(),
        result.agrees() ? "the ledger agrees with the balance" : "THEY DIFFER");
    System.out.printf(
        "CPU %.1f s; RSS at most %.0f MB%n",
        driver.cpu().minus(cpu).toMillis() / 1e3, driver.peakMegabytes());
  }

  @Override
  public void close() {
    startill.close();
    store.close();
    bot.close();
  }
}
