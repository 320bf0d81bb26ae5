package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the journal of calls keeps to itself. */
class SecretsTest extends SandboxTest {
  @Test
  void a_providers_token_and_a_webhooks_secret_are_not_in_the_journal() {
    var invoice = Client.invoice("ord_1", 5).strip().substring(1);
    bot.call("createInvoiceLink", "{\"provider_token\":\"284685063:TEST:OWUy\"," + invoice);
    bot.call("setWebhook", "{\"url\":\"https://1.1.1.1/x\",\"secret_token\":\"hook-secret\"}");
    assertThat(bot.get("/sandbox/calls").json().toString())
        .contains("\"provider_token\":\"(hidden)\"", "\"secret_token\":\"(hidden)\"")
        .doesNotContain("OWUy", "hook-secret");
  }

  @Test
  void an_empty_one_is_shown_empty() {
    var invoice = Client.invoice("ord_1", 5).strip().substring(1);
    bot.ok("createInvoiceLink", "{\"provider_token\":\"\"," + invoice);
    assertThat(bot.get("/sandbox/calls").json().toString()).contains("\"provider_token\":\"\"");
  }
}
