package dev.startill.telegram.telegrambots;

import dev.startill.payment.Answer;
import dev.startill.payment.CheckoutId;
import dev.startill.telegram.http.Carrier.Document;
import dev.startill.telegram.http.HttpSettings;
import dev.startill.telegram.http.Rehearsal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import okhttp3.OkHttpClient;

/** What this adapter uses of TelegramBots, in one go; nothing leaves. */
final class Library {
  private static final Rehearsal REHEARSAL =
      new Rehearsal("startill-telegram-telegrambots", "org.telegram:telegrambots-client 10.2");
  private static final byte[] UPDATE = Rehearsal.UPDATE.getBytes(StandardCharsets.UTF_8);

  private Library() {}

  /**
   * Sees whether all of it is there.
   *
   * @throws dev.startill.port.SettingsException if it is not
   */
  static void require() {
    REHEARSAL.of(
        () -> {
          new LaneClients(new OkHttpClient(), HttpSettings.defaults())
              .at(TelegramBotsBot.urlOf(URI.create("https://localhost")), "1:a")
              .end()
              .run();
          new RawMethod("getMe", UPDATE).deserializeResponse("");
          new RawDocument(
              new Document(Path.of("guide.pdf"), Map.of("caption", ""), Duration.ofSeconds(1)));
          TelegramBotsUpdates.typed(TelegramBotsUpdates.parse(UPDATE)).read();
          TelegramBotsUpdates.write(
              new Answer.Decline(new CheckoutId("1"), Answer.Reason.SOLD_OUT));
        });
  }
}
