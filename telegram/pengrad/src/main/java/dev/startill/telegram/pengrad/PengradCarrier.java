package dev.startill.telegram.pengrad;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.pengrad.telegrambot.TelegramBot;
import dev.startill.telegram.http.Attempt;
import dev.startill.telegram.http.Carrier;
import dev.startill.telegram.http.Failures;
import dev.startill.telegram.http.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Over a {@link TelegramBot}. Its calls are made on a thread each, so none waits for another in
 * OkHttp's dispatcher, where the library's asynchronous ones take five turns at a time; and a call
 * that takes too long is interrupted. Threads share it.
 */
final class PengradCarrier implements Carrier {
  private final TelegramBot bot;
  private final Runnable end;

  /**
   * Over this one.
   *
   * @param end what is to be done when it is closed
   */
  PengradCarrier(TelegramBot bot, Runnable end) {
    this.bot = bot;
    this.end = end;
  }

  @Override
  public Attempt call(Call call) {
    var parameters =
        JsonParser.parseString(new String(call.json(), StandardCharsets.UTF_8)).getAsJsonObject();
    var request =
        switch (call.lane()) {
          case ANSWERS, SENDS -> RawRequest.of(call.method(), parameters);
          case POLLS -> RawRequest.held(call.method(), parameters, call.patience());
        };
    return within(call.patience(), request);
  }

  @Override
  public Attempt upload(Document document) {
    return within(document.patience(), RawRequest.document(document.file(), document.fields()));
  }

  @Override
  public void close() {
    end.run();
  }

  private Attempt within(Duration patience, RawRequest request) {
    var task = new FutureTask<@Nullable RawResponse>(() -> bot.execute(request));
    Thread.ofVirtual().name("startill-call").start(task);
    try {
      var response = task.get(patience.toNanos(), TimeUnit.NANOSECONDS);
      return response == null
          ? Attempt.unknown("the answer is empty")
          : new Attempt.Answered(Response.ofBody(response.body()));
    } catch (TimeoutException e) {
      return Attempt.unknown("no reply in time");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Attempt.unknown("the call was interrupted");
    } catch (ExecutionException e) {
      return e.getCause() instanceof JsonParseException
          ? Attempt.unknown("the answer is none of the Bot API")
          : Failures.of(e.getCause());
    } finally {
      task.cancel(true);
    }
  }
}
