package dev.startill.telegram.telegrambots;

import dev.startill.telegram.http.Attempt;
import dev.startill.telegram.http.Carrier;
import dev.startill.telegram.http.Failures;
import dev.startill.telegram.http.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** Over the clients of TelegramBots. Threads share it. */
final class TelegramBotsCarrier implements Carrier {
  private final Clients clients;

  TelegramBotsCarrier(Clients clients) {
    this.clients = clients;
  }

  @Override
  public Attempt call(Call call) {
    var method = new RawMethod(call.method(), call.json());
    try {
      var answer = clients.of(call.lane()).executeAsync(method);
      return within(call.patience(), answer);
    } catch (TelegramApiException e) {
      return Attempt.unsent("The client cannot write the call: " + e.getClass().getName());
    }
  }

  @Override
  public Attempt upload(Document document) {
    var method = new RawDocument(document);
    return within(
        document.patience(),
        clients.sends().executeAsync(method).thenApply(message -> method.answer()));
  }

  @Override
  public void close() {
    clients.end().run();
  }

  /** A call that takes too long goes on in the client: it cannot be ended from outside. */
  private static Attempt within(Duration patience, CompletableFuture<String> answer) {
    try {
      var json = answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
      return new Attempt.Answered(Response.ofBody(json.getBytes(StandardCharsets.UTF_8)));
    } catch (TimeoutException e) {
      return Attempt.unknown("no reply in time");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Attempt.unknown("the call was interrupted");
    } catch (ExecutionException e) {
      return Failures.of(e.getCause());
    }
  }
}
