package dev.startill.testkit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.startill.testkit.RecordedLog;
import dev.startill.testkit.ScriptedBotApi;
import dev.startill.testkit.client.Client.Said;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An update that means nothing to payments, and all the more to the bot's own code. */
abstract class ClientUnreadable extends ClientScene {
  private static final String TOKEN = "123456789:AAsecretSECRETsecretSECRETsecretSECR";
  private static final String PAYMENT_WITHOUT_CHARGE =
      """
      [{"update_id":7,"message":{"message_id":42,"date":1795000005,"text":"paid!",
       "from":{"id":777000111,"is_bot":false,"first_name":"Ann"},
       "chat":{"id":777000111,"first_name":"Ann","type":"private"},
       "successful_payment":{"currency":"XTR","total_amount":50,"invoice_payload":"st:ord_1",
        "provider_payment_charge_id":"777_8"}}}]""";

  private final ScriptedBotApi api = ScriptedBotApi.start();

  @AfterEach
  void closeApi() {
    api.close();
  }

  abstract boolean hasLibrary();

  @Test
  void what_payments_cannot_read_is_told_once_and_goes_to_the_bots_own_code() {
    assumeThat(hasLibrary()).isTrue();
    api.on("getWebhookInfo", ScriptedBotApi.result("{\"url\":\"\"}"));
    api.on(
        "getUpdates",
        ScriptedBotApi.firstThen(ScriptedBotApi.result(PAYMENT_WITHOUT_CHARGE), api.silence()));
    var heard = new ConcurrentLinkedQueue<Said>();
    try (var log = RecordedLog.ofEverything();
        var client = client(api.uri(), TOKEN, PATIENCE);
        var shop = new Shop(client).receive(heard::add)) {
      eventually(() -> !heard.isEmpty());
      assertThat(heard).extracting(Said::text).containsExactly("paid!");
      assertThat(log.lines())
          .filteredOn(line -> line.contains("Update 7"))
          .singleElement()
          .asString()
          .contains("SEVERE", "telegram_payment_charge_id is missing", "nothing was booked");
      assertThat(shop.ordersOf(777000111)).isEmpty();
    }
  }
}
