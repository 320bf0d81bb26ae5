package dev.startill.telegram.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.party.BuyerId;
import dev.startill.payment.ChargeId;
import dev.startill.port.Telegram;
import dev.startill.port.TelegramException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Spoilt HTTP over real sockets: every call ends, and with something that a caller knows. */
class SpoiltConnectionsTest {
  private static final BuyerId ANN = new BuyerId(777000111);
  private static final List<Function<Telegram, Object>> CALLS =
      List.of(
          telegram -> telegram.sendText(ANN, "hello"),
          telegram -> telegram.refund(ANN, new ChargeId("stx1")),
          telegram -> telegram.statement(0, 100),
          Telegram::balance);

  @Test
  @Timeout(120)
  void every_call_ends() throws IOException {
    try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      for (var seed = 0; seed < 400; seed++) {
        var answer = new SpoiltAnswers(seed).next();
        Thread.ofVirtual().start(() -> answer(server, answer));
        assertThat(wordsOf(CALLS.get(seed % CALLS.size()), server.getLocalPort()))
            .as("call %d", seed)
            .doesNotContain(SpoiltAnswers.TOKEN.substring(10));
      }
    }
  }

  private static String wordsOf(Function<Telegram, Object> call, int port) {
    var settings = HttpSettings.defaults().withPatience(Duration.ofSeconds(20)).withLimits(0, 0);
    var api = URI.create("http://127.0.0.1:" + port);
    try (var bot = HttpBot.at(api, BotToken.of(SpoiltAnswers.TOKEN), settings)) {
      return call.apply(bot.telegram()).toString();
    } catch (TelegramException e) {
      return e.toString();
    }
  }

  /** Says it once, whole, and hangs up. */
  private static void answer(ServerSocket server, byte[] answer) {
    try (var socket = server.accept()) {
      hearRequest(socket);
      socket.getOutputStream().write(answer);
    } catch (IOException e) {
      // The caller has heard enough.
    }
  }

  private static void hearRequest(Socket socket) throws IOException {
    var in = new BufferedInputStream(socket.getInputStream());
    var length = 0;
    for (var line = line(in); !line.isEmpty(); line = line(in)) {
      if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
        length = Integer.parseInt(line.substring(15).strip());
      }
    }
    in.skipNBytes(length);
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (var c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      line.append((char) c);
    }
    return line.toString().strip();
  }
}
