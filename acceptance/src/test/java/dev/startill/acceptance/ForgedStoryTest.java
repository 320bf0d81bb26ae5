package dev.startill.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Somebody who knows the webhook's secret brings a payment that Telegram never took. */
class ForgedStoryTest extends BoxStories {
  @Test
  void a_forged_payment_is_a_case_and_leaves_the_books() throws IOException {
    try (var shop = serving("")) {
      var order = forges(shop, "/buy", 50);
      Until.holds("a case tells", () -> cases(shop).equals(List.of("NOT_ON_STATEMENT|" + order)));
      new Audit(shop.database(), box).passes();
      assertThat(goods(shop, order)).containsExactly("HANDED_OVER");
    }
  }

  @Test
  void by_policy_its_goods_are_taken_back() throws IOException {
    try (var shop = serving("refunds: { forged: revoke }\n")) {
      var order = forges(shop, "/key", 30);
      Until.holds("a case tells", () -> cases(shop).equals(List.of("NOT_ON_STATEMENT|" + order)));
      new Audit(shop.database(), box).passes();
      assertThat(goods(shop, order)).containsExactly("REVOKED");
      assertThat(shop.database().rows("SELECT state FROM code")).containsExactly("REVOKED");
    }
  }

  /** A real order of somebody who says that it is paid; the order's id. */
  private String forges(Shop shop, String command, int stars) {
    var eve = box.buyer("Eve", 1000);
    eve.asks(command);
    var order = shop.database().rows("SELECT id FROM orders").getFirst();
    var hook = new Hook(shop.addresses().getFirst().resolve("/telegram"));
    var payment =
        Hook.payment(
            eve.id(),
            "\"st:%s\"".formatted(order),
            "\"XTR\"",
            Integer.toString(stars),
            "\"stxForgedByEve\"");
    assertThat(hook.brings(payment)).isEqualTo(200);
    Until.holds("the goods are out", () -> goods(shop, order).equals(List.of("HANDED_OVER")));
    assertThat(eve.stars()).isEqualTo(1000);
    return order;
  }

  private Shop serving(String policy) throws IOException {
    var port = freePort();
    var url = URI.create("http://127.0.0.1:" + port + "/telegram");
    return Shop.serving(
        folder,
        Yaml.hasty(box.url())
                .replace(
                    "updates: polling",
                    "updates: webhook\n  webhook: { url: \"%s\", secret: %s }"
                        .formatted(url, Hook.SECRET))
                .replace("port: 0", "port: " + port)
            + policy);
  }

  private static List<String> cases(Shop shop) {
    return shop.database().rows("SELECT reason, order_id FROM \"case\" WHERE closed_at IS NULL");
  }

  private static List<String> goods(Shop shop, String order) {
    return shop.database().rows("SELECT goods FROM orders WHERE id = '%s'".formatted(order));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
