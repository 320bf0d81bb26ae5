package dev.startill.telegram.pengrad;

import com.pengrad.telegrambot.TelegramBot;
import dev.startill.telegram.http.HttpSettings;
import dev.startill.telegram.http.NoSuccess;
import java.io.IOException;
import java.net.URI;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * The client of a bot that brings none. Unlike OkHttp's ordinary one it sends nothing twice by
 * itself, goes nowhere else than it was told, and reads no answer without end. Threads share it.
 */
final class OwnClient {
  /** A page of the statement or of updates stays below it. */
  private static final int LONGEST_ANSWER = 16 * 1024 * 1024;

  private final OkHttpClient okHttp;
  private final OkHttpClient plain;

  OwnClient(HttpSettings settings) {
    this.plain =
        new OkHttpClient.Builder()
            .connectTimeout(settings.connect())
            .readTimeout(settings.upload())
            .writeTimeout(settings.upload())
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .followSslRedirects(false)
            .addInterceptor(OwnClient::bounded)
            .build();
    this.okHttp = withStatus(plain);
  }

  /** The same, of which payments learn the status of what is no success. */
  private static OkHttpClient withStatus(OkHttpClient plain) {
    var told = plain.newBuilder();
    told.interceptors().addFirst(OwnClient::successful);
    return told.build();
  }

  /** For payments. */
  TelegramBot carrier(URI api, String token) {
    return bot(okHttp, api, token);
  }

  /** For all else: it gets each answer as the library has it. */
  TelegramBot bot(URI api, String token) {
    return bot(plain, api, token);
  }

  private static TelegramBot bot(OkHttpClient http, URI api, String token) {
    return new TelegramBot.Builder(token)
        .okHttpClient(http)
        .apiUrl(api.toString().replaceAll("/+$", "") + "/bot")
        .build();
  }

  void close() {
    okHttp.dispatcher().cancelAll();
    okHttp.dispatcher().executorService().shutdown();
    okHttp.connectionPool().evictAll();
  }

  private static Response bounded(Interceptor.Chain chain) throws IOException {
    var response = chain.proceed(chain.request());
    var body = response.body();
    if (body.source().request(LONGEST_ANSWER + 1L)) {
      response.close();
      throw new IOException("the answer is longer than " + LONGEST_ANSWER + " bytes");
    }
    return response;
  }

  /** The library hands on no status: what is no success is thrown, and so found again. */
  private static Response successful(Interceptor.Chain chain) throws IOException {
    var response = chain.proceed(chain.request());
    var body = response.body();
    if (response.code() != 200) {
      throw new NoSuccess(response.code(), response.header("Retry-After"), body.bytes());
    }
    return response;
  }
}
