package dev.startill.telegram.telegrambots;

import dev.startill.telegram.http.HttpSettings;
import dev.startill.telegram.http.NoSuccess;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;

/**
 * Makes the library's client once for each kind of call, from one OkHttp client: with its proxy,
 * its trust and its interceptors, but with turns of their own. An ordinary one takes five calls to
 * one host at a time, whatever they are, and further ones wait, a checkout's answer among them.
 * Unlike it these send nothing twice by themselves, go nowhere else than they were told, and read
 * no answer without end. Immutable.
 */
final class LaneClients {
  /** A page of the statement or of updates stays below it. */
  private static final int LONGEST_ANSWER = 16 * 1024 * 1024;

  /** Telegram holds a call for fifty seconds at most, and somewhat longer on the way. */
  private static final Duration LONGEST_POLL = Duration.ofSeconds(70);

  private final OkHttpClient base;
  private final HttpSettings settings;

  LaneClients(OkHttpClient base, HttpSettings settings) {
    this.base = base;
    this.settings = settings;
  }

  Clients at(TelegramUrl url, String token) {
    var answers = lane(settings.answer());
    var sends = lane(settings.upload());
    var polls = lane(LONGEST_POLL);
    return new Clients(
        new OkHttpTelegramClient(answers, token, url),
        new OkHttpTelegramClient(sends, token, url),
        new OkHttpTelegramClient(polls, token, url),
        () -> List.of(polls, sends, answers).forEach(LaneClients::end));
  }

  private OkHttpClient lane(Duration longest) {
    var threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("startill-call").factory());
    var dispatcher = new Dispatcher(threads);
    dispatcher.setMaxRequests(settings.connections());
    dispatcher.setMaxRequestsPerHost(settings.connections());
    var client = base.newBuilder();
    client.interceptors().add(0, LaneClients::successful); // So the bot's own ones see it as it is.
    return client
        .dispatcher(dispatcher)
        .connectTimeout(settings.connect())
        .callTimeout(longest)
        .readTimeout(longest)
        .writeTimeout(longest)
        .retryOnConnectionFailure(false)
        .followRedirects(false)
        .followSslRedirects(false)
        .addInterceptor(LaneClients::bounded)
        .build();
  }

  private static void end(OkHttpClient client) {
    client.dispatcher().cancelAll();
    client.dispatcher().executorService().shutdown();
  }

  private static Response bounded(Interceptor.Chain chain) throws IOException {
    var response = chain.proceed(chain.request());
    var body = response.body();
    if (body != null && body.source().request(LONGEST_ANSWER + 1L)) {
      response.close();
      throw new IOException("the answer is longer than " + LONGEST_ANSWER + " bytes");
    }
    return response;
  }

  /** The library hands on no status: what is no success is thrown, and so found again. */
  private static Response successful(Interceptor.Chain chain) throws IOException {
    var response = chain.proceed(chain.request());
    var body = response.body();
    if (response.code() != 200 && body != null) {
      throw new NoSuccess(response.code(), response.header("Retry-After"), body.bytes());
    }
    return response;
  }
}
