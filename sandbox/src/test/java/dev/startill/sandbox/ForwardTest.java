package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Messages that are brought elsewhere, invoices above all. */
class ForwardTest extends ShopTest {
  private long bob;

  @BeforeEach
  void open() {
    bob = shop.bot.user("Bob", 500);
    shop.bot.says(bob, "/start");
  }

  @Test
  void a_forwarded_message_tells_where_it_came_from() {
    var theirs = shop.bot.says(shop.buyer, "hello");
    var sent = forward("forwardMessage", theirs, "");
    assertThat(sent.path("text").asString()).isEqualTo("hello");
    assertThat(sent.at("/from/id").asLong()).isEqualTo(Client.BOT);
    assertThat(sent.at("/forward_origin/type").asString()).isEqualTo("user");
    assertThat(sent.at("/forward_origin/sender_user/id").asLong()).isEqualTo(shop.buyer);
    assertThat(sent.at("/forward_origin/date")).isEqualTo(theirs.path("date"));
    assertThat(
            shop.bot
                .call(
                    "editMessageText",
                    "{\"chat_id\":"
                        + bob
                        + ",\"message_id\":"
                        + sent.path("message_id")
                        + ",\"text\":\"x\"}")
                .description())
        .isEqualTo("Bad Request: message can't be edited");
  }

  @Test
  void who_hides_is_only_a_name() {
    shop.bot.post("/sandbox/users/" + shop.buyer + "/privacy", "{\"hide_forwards\":true}");
    var sent = forward("forwardMessage", shop.bot.says(shop.buyer, "hello"), "");
    assertThat(sent.at("/forward_origin").toString())
        .startsWith("{\"type\":\"hidden_user\",\"sender_user_name\":\"Ann\",\"date\":");
  }

  @Test
  void a_copy_has_no_origin_and_perhaps_another_caption() {
    var photo = shop.sends("sendPhoto", "'photo':'https://a.example','caption':'one'");
    var id = forward("copyMessage", photo, ",'caption':'<b>two</b>','parse_mode':'HTML'");
    assertThat(id.toString()).matches("\\{\"message_id\":\\d+}");
    var copy = lastOf(bob);
    assertThat(copy.path("caption").asString()).isEqualTo("two");
    assertThat(copy.path("photo")).isEqualTo(photo.path("photo"));
    assertThat(copy.has("forward_origin")).isFalse();
  }

  @Test
  void what_is_protected_is_copied_by_its_bot_but_not_forwarded() {
    var secret = shop.sends("sendMessage", "'text':'a','protect_content':true");
    assertThat(secret.path("has_protected_content").asBoolean()).isTrue();
    assertThat(refused("forwardMessage", secret))
        .isEqualTo("Bad Request: the message can't be forwarded");
    assertThat(passes(shop.buyer, secret, "{\"user\":" + bob + "}").status()).isEqualTo(400);
    assertThat(forward("copyMessage", secret, "").has("message_id")).isTrue();
  }

  @Test
  void several_go_at_once_in_order_and_albums_stay_together() {
    var item = "{'type':'photo','media':'https://a.example','caption':'c'}";
    var album = shop.sends("sendMediaGroup", "'media':[" + item + "," + item + "]");
    long first = album.at("/0/message_id").asLong();
    var ids = many("copyMessages", first + "," + (first + 1) + ",99999", ",'remove_caption':true");
    assertThat(ids.result()).hasSize(2);
    var copy = lastOf(bob);
    assertThat(copy.path("message_id")).isEqualTo(ids.result().at("/1/message_id"));
    assertThat(copy.has("caption")).isFalse();
    assertThat(copy.path("media_group_id").asString())
        .isNotEmpty()
        .isNotEqualTo(album.at("/0/media_group_id").asString());
    assertThat(many("forwardMessages", (first + 1) + "," + first, "").description())
        .isEqualTo("Bad Request: message identifiers must be in a strictly increasing order");
    assertThat(many("forwardMessages", "99998,99999", "").description())
        .isEqualTo("Bad Request: messages can't be forwarded");
    assertThat(many("forwardMessages", "", "").description())
        .isEqualTo("Bad Request: message identifiers are not specified");
  }

  @Test
  void paid_media_are_forwarded_but_not_copied() {
    var media = "'media':[{'type':'photo','media':'https://a.example'}]";
    var paid = shop.sends("sendPaidMedia", "'star_count':5," + media);
    assertThat(refused("copyMessage", paid)).isEqualTo("Bad Request: the message can't be copied");
    assertThat(many("copyMessages", paid.path("message_id").toString(), "").status())
        .isEqualTo(400);
    assertThat(forward("forwardMessage", paid, "").at("/paid_media/star_count").asInt())
        .isEqualTo(5);
  }

  @Test
  void an_invoice_without_a_start_parameter_is_paid_by_whoever_has_it() {
    var invoice = invoice("");
    assertThat(refused("copyMessage", invoice))
        .isEqualTo("Bad Request: the message can't be copied");
    var passed = passes(shop.buyer, invoice, "{\"user\":" + bob + "}").json();
    assertThat(passed.at("/from/id").asLong()).isEqualTo(shop.buyer);
    assertThat(passed.at("/reply_markup/inline_keyboard/0/0/pay").asBoolean()).isTrue();
    assertThat(lastOf(bob)).isEqualTo(passed);
    var paying = pays(bob, passed);
    var asked = shop.bot.next("pre_checkout_query");
    assertThat(asked.at("/from/id").asLong()).isEqualTo(bob);
    assertThat(asked.path("invoice_payload").asString()).isEqualTo("p");
    shop.bot.ok(
        "answerPreCheckoutQuery",
        "{\"ok\":true,\"pre_checkout_query_id\":" + asked.path("id") + "}");
    assertThat(paying.join().json().path("status").asString()).isEqualTo("paid");
    assertThat(shop.bot.next("message").at("/successful_payment/invoice_payload").asString())
        .isEqualTo("p");
    assertThat(shop.bot.stars(bob)).isEqualTo(495);
  }

  @Test
  void an_invoice_with_a_start_parameter_leads_back_to_the_bot() {
    var passed = passes(shop.buyer, invoice("deal"), "{\"user\":" + bob + "}").json();
    assertThat(passed.at("/reply_markup/inline_keyboard/0/0/url").asString())
        .isEqualTo("https://t.me/shop_123456789_bot?start=deal");
    assertThat(pays(bob, passed).join().status()).isEqualTo(400);
  }

  @Test
  void what_a_user_forwards_to_a_bot_reaches_it() {
    var sent = shop.sends("sendMessage", "'text':'offer'");
    var other = new Client(sandbox.url(), "987654321:another-token_of_a_shop");
    other.ok("getMe", "{}");
    assertThat(passes(shop.buyer, sent, "{\"bot\":987654321}").status()).isEqualTo(200);
    var heard = other.next("message");
    assertThat(heard.at("/forward_origin/sender_user/id").asLong()).isEqualTo(Client.BOT);
    assertThat(heard.at("/from/id").asLong()).isEqualTo(shop.buyer);
  }

  @Test
  void what_cannot_be_forwarded_is_said() {
    assertThat(shop.refusal("forwardMessage", "'message_id':1"))
        .isEqualTo("Bad Request: parameter \"from_chat_id\" is required");
    assertThat(shop.refusal("forwardMessage", "'from_chat_id':5,'message_id':1"))
        .isEqualTo("Bad Request: chat not found");
    var from = "'from_chat_id':" + bob + ",'message_id':99999";
    assertThat(shop.refusal("forwardMessage", from))
        .isEqualTo("Bad Request: message to forward not found");
    assertThat(shop.refusal("copyMessage", from))
        .isEqualTo("Bad Request: message to copy not found");
    var sent = shop.sends("sendMessage", "'text':'a'");
    assertThat(passes(shop.buyer, sent, "{}").status()).isEqualTo(400);
    assertThat(passes(shop.buyer, sent, "{\"user\":1}").status()).isEqualTo(404);
    assertThat(passes(shop.buyer, sent, "{\"chat\":\"@none\"}").status()).isEqualTo(404);
  }

  private JsonNode invoice(String start) {
    var body = Client.invoice("p", 5).strip();
    return shop.bot.ok(
        "sendInvoice",
        "{\"chat_id\":"
            + shop.buyer
            + ",\"start_parameter\":\""
            + start
            + "\","
            + body.substring(1));
  }

  private JsonNode forward(String method, JsonNode message, String more) {
    return shop.bot.ok(method, body(message, more));
  }

  private String refused(String method, JsonNode message) {
    return shop.bot.call(method, body(message, "")).description();
  }

  private String body(JsonNode message, String more) {
    return ("{'chat_id':"
            + bob
            + ",'from_chat_id':"
            + shop.buyer
            + ",'message_id':"
            + message.path("message_id")
            + more
            + "}")
        .replace('\'', '"');
  }

  private Client.Answer many(String method, String ids, String more) {
    return shop.bot.call(
        method,
        ("{'chat_id':"
                + bob
                + ",'from_chat_id':"
                + shop.buyer
                + ",'message_ids':["
                + ids
                + "]"
                + more
                + "}")
            .replace('\'', '"'));
  }

  private Client.Answer passes(long user, JsonNode message, String to) {
    return shop.bot.post(
        "/sandbox/users/" + user + "/forwards",
        "{\"bot\":"
            + Client.BOT
            + ",\"message_id\":"
            + message.path("message_id")
            + ",\"to\":"
            + to
            + "}");
  }

  private CompletableFuture<Client.Answer> pays(long user, JsonNode message) {
    return shop.bot.postLater(
        "/sandbox/users/" + user + "/payments",
        "{\"bot\":" + Client.BOT + ",\"message_id\":" + message.path("message_id") + "}");
  }

  private JsonNode lastOf(long user) {
    var chat = shop.bot.get("/sandbox/users/" + user + "/messages?bot=" + Client.BOT).json();
    return chat.get(chat.size() - 1);
  }
}
