package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** setWebhook: what is refused with which words, and what the old webhook has to say to it. */
class HookSettingTest extends SandboxTest {
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch found = new CountDownLatch(1);

  @Override
  Sandbox.Builder wish() {
    return Sandbox.builder().names(this::find);
  }

  /** A book of names that needs no network; looking for "slow" takes until a test says so. */
  private InetAddress[] find(String host) throws UnknownHostException {
    return switch (host) {
      case "shop.example" -> InetAddress.getAllByName("93.184.215.14");
      case "six.example" -> InetAddress.getAllByName("2606:2800:21f:cb07::1");
      case "home.example" -> InetAddress.getAllByName("192.168.1.7");
      case "slow.example" -> {
        asked.countDown();
        try {
          found.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        yield InetAddress.getAllByName("93.184.215.14");
      }
      case "none.example" -> throw new UnknownHostException(host);
      default -> InetAddress.getAllByName(host);
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"url\":\"https://home.example/\" | IP address 192.168.1.7 is reserved",
        "\"url\":\"https://six.example/\" | IPv6-only addresses are not allowed",
        "\"url\":\"https://none.example/\" | Failed to resolve host: Name or service not known",
        "\"url\":\"https://shop.example/\",\"ip_address\":\"x\" | Invalid IP address specified",
        "\"url\":\"https://shop.example/\",\"ip_address\":\"100.64.0.1\" | IP address 100.64.0.1 is reserved",
        "\"url\":\"https://0.1.2.3/\" | IP address 0.1.2.3 is reserved",
        "\"url\":\"https://240.0.0.1/\" | IP address 240.0.0.1 is reserved",
      })
  void an_address_that_is_nobodys_is_refused(String parameters, String words) {
    assertThat(bot.call("setWebhook", "{" + parameters + "}").description())
        .isEqualTo("Bad Request: bad webhook: " + words);
  }

  @Test
  void the_address_of_the_host_is_told() {
    bot.ok(
        "setWebhook",
        "{\"url\":\"shop.example/hook\",\"max_connections\":1000,"
            + "\"allowed_updates\":[\"poll\",\"message\"]}");
    assertThat(bot.ok("getWebhookInfo", "{}").toString())
        .isEqualTo(
            "{\"url\":\"shop.example/hook\",\"has_custom_certificate\":false,"
                + "\"pending_update_count\":0,\"max_connections\":100,"
                + "\"ip_address\":\"93.184.215.14\",\"allowed_updates\":[\"message\",\"poll\"]}");
    sandbox.clock().advance(Duration.ofSeconds(1));
    var pinned = "{\"url\":\"shop.example/hook\",\"ip_address\":\"93.184.215.15\"}";
    assertThat(bot.call("setWebhook", pinned).description()).isEqualTo("Webhook was set");
    assertThat(bot.ok("getWebhookInfo", "{}").path("ip_address").asString())
        .isEqualTo("93.184.215.15");
    sandbox.clock().advance(Duration.ofSeconds(1));
    assertThat(bot.call("setWebhook", pinned).description()).isEqualTo("Webhook is already set");
  }

  @Test
  void one_that_is_refused_leaves_none_behind() {
    bot.ok("setWebhook", "{\"url\":\"https://shop.example/\"}");
    assertThat(bot.call("setWebhook", "{\"url\":\"https://shop.example/2\"}").status())
        .isEqualTo(429);
    assertThat(bot.ok("getWebhookInfo", "{}").path("url").asString()).isNotEmpty();
    sandbox.clock().advance(Duration.ofSeconds(1));
    assertThat(bot.call("setWebhook", "{\"url\":\"https://home.example/\"}").status())
        .isEqualTo(400);
    assertThat(bot.ok("getWebhookInfo", "{}").path("url").asString()).isEmpty();
    bot.ok("getUpdates", "{}");
  }

  @Test
  void another_setting_ends_one_that_is_under_way() throws InterruptedException {
    var first = bot.later("setWebhook", "{\"url\":\"https://slow.example/\"}");
    asked.await();
    assertThat(bot.call("getUpdates", "{}").status()).isEqualTo(409);
    assertThat(bot.call("deleteWebhook", "{}").description())
        .isEqualTo("Webhook is already deleted");
    assertThat(first.join().status()).isEqualTo(409);
    assertThat(first.join().description()).isEqualTo("Conflict: terminated by other setWebhook");
    found.countDown();
    assertThat(bot.ok("getWebhookInfo", "{}").path("url").asString()).isEmpty();
  }

  @Test
  void what_is_no_certificate_is_refused() {
    var body =
        "--x\r\nContent-Disposition: form-data; name=\"url\"\r\n\r\nhttps://shop.example/\r\n"
            + "--x\r\nContent-Disposition: form-data; name=\"certificate\"; filename=\"a.pem\""
            + "\r\n\r\nnonsense\r\n--x--\r\n";
    var answer =
        bot.send(
            bot.post(
                "/bot" + Client.TOKEN + "/setWebhook", "multipart/form-data; boundary=x", body));
    assertThat(answer.description()).startsWith("Bad Request: bad webhook: ");
  }
}
