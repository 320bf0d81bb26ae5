package dev.startill.benchmarks.telegram;

import dev.startill.benchmarks.wire.Bytes;
import dev.startill.benchmarks.wire.Fields;
import dev.startill.benchmarks.wire.FormFields;
import dev.startill.benchmarks.wire.HttpServer;
import dev.startill.benchmarks.wire.HttpServer.Exchange;
import dev.startill.benchmarks.wire.Loop;
import dev.startill.benchmarks.wire.Message;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A Telegram with one bot and as many buyers as are wanted. Its calls take the time of a round
 * trip; updates may come twice. Any thread may call its public methods; all else runs on its loop.
 */
public final class Telegram implements AutoCloseable {
  private static final long SWEEPS_EVERY = TimeUnit.MILLISECONDS.toNanos(50);
  private static final String ME =
      "{\"id\":7000000001,\"is_bot\":true,\"first_name\":\"Shop\",\"username\":\"shop_bot\","
          + "\"can_join_groups\":true,\"can_read_all_group_messages\":false,"
          + "\"supports_inline_queries\":false}";

  private final Loop loop;
  private final HttpServer server;
  private final long halfTrip;
  private final double repeats;
  private final Random random;
  private final Tally tally = new Tally();
  private final Market market;
  private final Polls polls;
  private List<Integer> nodes = List.of();
  private Outlet outlet;
  private long lastUpdate = 800_000_000;
  private int lastMessage;
  private @Nullable CompletableFuture<Long> firstInvoice;

  /**
   * How it behaves.
   *
   * @param roundTrip of each call and each post
   * @param repeats which share of the updates comes twice, from 0 to 1
   * @param seed of what is left to chance
   */
  public record Manner(Duration roundTrip, double repeats, long seed) {}

  private Telegram(Manner manner) throws IOException {
    loop = Loop.start("telegram");
    halfTrip = manner.roundTrip.toNanos() / 2;
    repeats = manner.repeats;
    random = new Random(manner.seed);
    market = new Market(loop, tally, this::tell);
    polls = new Polls(loop, halfTrip);
    outlet = polls;
    server = HttpServer.listen(loop, 0, this::handle);
    loop.execute(this::sweep);
  }

  /** Starts one that listens at a free port. */
  public static Telegram start(Manner manner) throws IOException {
    return new Telegram(manner);
  }

  /** The port of its Bot API. */
  public int port() {
    return server.port();
  }

  /**
   * What it posts goes to these ports in turn, as if a load balancer stood before them, whichever
   * port a webhook names.
   */
  public void postInTurnTo(List<Integer> ports) {
    loop.execute(() -> nodes = List.copyOf(ports));
  }

  /** One buyer begins; when its invoice came, on the clock of {@link System#nanoTime()}. */
  public CompletableFuture<Long> firstInvoice() {
    var came = new CompletableFuture<Long>();
    loop.execute(
        () -> {
          firstInvoice = came;
          market.openTo(1);
          market.close();
        });
    return came;
  }

  /** So many buyers, each of whom begins anew when it is done. */
  public void openTo(int buyers) {
    loop.execute(() -> market.openTo(buyers));
  }

  /** So many purchases a second, whatever became of the earlier ones. */
  public void openAt(double perSecond) {
    loop.execute(() -> market.openAt(perSecond));
  }

  /** Nobody begins any more. */
  public void closeMarket() {
    loop.execute(market::close);
  }

  /** Counts from now on. */
  public void openTally() {
    loop.execute(tally::open);
  }

  /** Counts no more; what was counted. */
  public Tally.Sum closeTally() {
    return ask(
        () -> {
          tally.close();
          return tally.sum();
        });
  }

  /** Is told when the bot is killed, before it starts again. */
  public void killed() {
    loop.execute(market::killed);
  }

  /** How many charges it took. */
  public int paid() {
    return ask(() -> market.paid().size());
  }

  /** How many purchases are under way. */
  public int underWay() {
    return ask(market::underWay);
  }

  /** What has become of all payments by now. */
  public Count count() {
    return ask(market::count);
  }

  @Override
  public void close() {
    loop.close();
  }

  private <T> T ask(Supplier<T> question) {
    return CompletableFuture.supplyAsync(question, loop::execute).join();
  }

  private void sweep() {
    var now = System.nanoTime();
    polls.sweep(now);
    market.sweep(now);
    loop.after(SWEEPS_EVERY, this::sweep);
  }

  private void handle(Message request, Exchange exchange) {
    var path = request.path();
    var query = path.indexOf('?');
    var end = query < 0 ? path.length() : query;
    var method = path.substring(path.lastIndexOf('/', end - 1) + 1, end);
    var fields = request.fields();
    if (query >= 0 && fields.equals(Fields.NONE)) {
      fields = new FormFields(path.substring(query + 1));
    }
    var call = Call.read(method, fields);
    loop.after(halfTrip, () -> take(call, exchange));
  }

  private void take(Call call, Exchange exchange) {
    if (call instanceof Call.GetUpdates asked) {
      if (!exchange.isGone()) {
        polls.ask(asked, exchange);
      }
      return;
    }
    var result = new Bytes();
    if (perform(call, result)) {
      var body = new Bytes().add("{\"ok\":true,\"result\":").add(result).add("}");
      loop.after(halfTrip, () -> exchange.answer(body));
    } else {
      var body =
          new Bytes()
              .add("{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: query is too")
              .add(" old and response timeout expired or query ID is invalid\"}");
      loop.after(halfTrip, () -> exchange.answer(400, body));
    }
  }

  /** Does what is asked and writes the result; false if it cannot be done. */
  private boolean perform(Call call, Bytes result) {
    switch (call) {
      case Call.SendInvoice invoice -> {
        sent(result, invoice.chat())
            .add(",\"invoice\":{\"title\":\"Premium PDF Guide\",\"description\":\"A guide\",")
            .add("\"start_parameter\":\"\",\"currency\":\"XTR\",\"total_amount\":50}}");
        if (firstInvoice != null) {
          firstInvoice.complete(System.nanoTime());
        }
        market.invoiced(invoice.chat(), invoice.payload());
      }
      case Call.Answer answer -> {
        result.add("true");
        return market.answered(answer.query(), answer.ok());
      }
      case Call.SendMessage message -> {
        sent(result, message.chat()).add(",\"text\":\"").add(escaped(message.text())).add("\"}");
        market.read(message.text());
      }
      case Call.SetWebhook hook -> {
        outlet = new Posts(loop, halfTrip, new Posts.Route(hook, nodes), this::performInReply);
        polls.moveTo(outlet);
        result.add("true");
      }
      case Call.DeleteWebhook none -> {
        outlet = polls;
        result.add("true");
      }
      case Call.GetMe me -> result.add(ME);
      case Call.GetTransactions page -> Statement.write(market.paid(), page, result);
      case Call.GetBalance balance ->
          result.add("{\"amount\":").add(50L * market.paid().size()).add("}");
      case Call.Other other -> result.add("true");
      case Call.GetUpdates updates -> throw new IllegalStateException("Not in a reply.");
    }
    return true;
  }

  private void performInReply(String method, Fields fields) {
    var call = Call.read(method, fields);
    loop.after(halfTrip, () -> perform(call, new Bytes()));
  }

  private Bytes sent(Bytes result, long chat) {
    var seconds = TimeUnit.MILLISECONDS.toSeconds(System.currentTimeMillis());
    result.add("{\"message_id\":").add(1_000_000_000L + lastMessage++).add(",\"from\":").add(ME);
    return result
        .add(",\"chat\":{\"id\":")
        .add(chat)
        .add(",\"first_name\":\"Buyer\",\"type\":\"private\"},\"date\":")
        .add(seconds);
  }

  private void tell(Bytes rest) {
    var id = ++lastUpdate;
    outlet.tell(id, numbered(id, rest));
    if (repeats > 0 && random.nextDouble() < repeats) {
      var again = outlet.repeatsKeepTheirNumber() ? id : ++lastUpdate;
      outlet.tell(again, numbered(again, rest));
    }
  }

  private static Bytes numbered(long id, Bytes rest) {
    return new Bytes().add("{\"update_id\":").add(id).add(",").add(rest).add("}");
  }

  private static String escaped(String text) {
    return text.indexOf('"') < 0 && text.indexOf('\\') < 0 && text.indexOf('\n') < 0
        ? text
        : text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
