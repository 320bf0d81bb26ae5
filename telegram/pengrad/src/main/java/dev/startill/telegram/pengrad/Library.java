package dev.startill.telegram.pengrad;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.startill.payment.Answer;
import dev.startill.payment.CheckoutId;
import dev.startill.telegram.http.HttpSettings;
import dev.startill.telegram.http.Rehearsal;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** What this adapter uses of pengrad's library, in one go; nothing leaves. */
final class Library {
  private static final Rehearsal REHEARSAL =
      new Rehearsal("startill-telegram-pengrad", "com.github.pengrad:java-telegram-bot-api 10.1");
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
          var own = new OwnClient(HttpSettings.defaults());
          var client = own.bot(URI.create("https://localhost"), "1:a");
          client.getToken();
          client.removeGetUpdatesListener();
          own.close();
          var parameters = new JsonObject();
          parameters.add("chat_id", new JsonPrimitive(1));
          RawRequest.of("sendMessage", parameters).getParameters();
          new RawResponse(parameters).body();
          PengradUpdates.typed(PengradUpdates.parse(UPDATE)).read();
          PengradUpdates.write(new Answer.Decline(new CheckoutId("1"), Answer.Reason.SOLD_OUT));
        });
  }
}
