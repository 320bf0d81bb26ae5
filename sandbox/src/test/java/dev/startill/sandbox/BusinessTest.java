package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Business connections, as far as an invoice link needs them. */
class BusinessTest extends SandboxTest {
  private static final String NOT_FOUND = "Bad Request: business connection not found";

  private long ann;

  @BeforeEach
  void meet() {
    ann = bot.user("Ann", 100);
    bot.says(ann, "/start");
    assertThat(bot.next("message").has("text")).isTrue();
  }

  @Test
  void a_bot_makes_links_for_an_account_that_let_it_and_no_longer_when_that_ends() {
    var connected = connect("");
    var id = connected.json().path("id").asString();
    var update = bot.next("business_connection");
    assertThat(update).isEqualTo(connected.json());
    assertThat(update.propertyNames())
        .containsExactly("id", "user", "user_chat_id", "date", "is_enabled");
    assertThat(bot.ok("getBusinessConnection", "{\"business_connection_id\":\"" + id + "\"}"))
        .isEqualTo(update);
    assertThat(link(id).result().asString()).startsWith("https://t.me/$");
    connect(",\"enabled\":false");
    assertThat(bot.next("business_connection").path("is_enabled").asBoolean()).isFalse();
    assertThat(link(id).description()).isEqualTo("Bad Request: BUSINESS_CONNECTION_INVALID");
  }

  @Test
  void an_unknown_connection_is_not_found_nor_is_another_bots() {
    var id = connect("").json().path("id").asString();
    assertThat(link("none").description()).isEqualTo(NOT_FOUND);
    assertThat(bot.call("getBusinessConnection", "{}").description()).isEqualTo(NOT_FOUND);
    var other = new Client(sandbox.url(), "77:other");
    assertThat(
            other
                .call("getBusinessConnection", "{\"business_connection_id\":\"" + id + "\"}")
                .description())
        .isEqualTo(NOT_FOUND);
  }

  private Client.Answer connect(String more) {
    var answer =
        bot.post("/sandbox/users/" + ann + "/business", "{\"bot\":" + Client.BOT + more + "}");
    assertThat(answer.status()).isEqualTo(200);
    return answer;
  }

  private Client.Answer link(String connection) {
    var body = "{\"business_connection_id\":\"" + connection + "\",";
    return bot.call("createInvoiceLink", body + Client.invoice("ord_1", 5).strip().substring(1));
  }
}
