package com.example.guide;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/**
 * A webhook of this machine, which anybody may try.
 *
 * @param url where Telegram brings updates
 */
record Hook(URI url) {
  static final String SECRET = "only_telegram_knows";
  private static final String HEADER = "X-Telegram-Bot-Api-Secret-Token";

  static Hook somewhere() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new Hook(URI.create("http://127.0.0.1:%d/telegram".formatted(socket.getLocalPort())));
    }
  }

  /** What makes an application serve it. */
  String[] arguments() {
    return List.of(
            "--server.port=" + url.getPort(),
            "--startill.telegram.updates=webhook",
            "--startill.telegram.webhook.url=" + url,
            "--startill.telegram.webhook.secret=" + SECRET)
        .toArray(String[]::new);
  }

  /** Brings an update; the status of the answer. */
  int post(String body, String secret) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(url)
              .header(HEADER, secret)
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build();
      return client.send(request, BodyHandlers.discarding()).statusCode();
    }
  }
}
