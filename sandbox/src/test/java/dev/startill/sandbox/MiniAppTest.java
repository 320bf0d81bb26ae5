package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Mini Apps: menu buttons, signed launch parameters, and what comes back to the bot. */
class MiniAppTest {
  private static final String APP = "https://shop.example/app";

  private Sandbox sandbox;
  private Client bot;
  private long ann;

  @BeforeEach
  void a_bot_and_a_buyer() {
    sandbox = Sandbox.start();
    bot = new Client(sandbox);
    bot.ok("getMe", "{}");
    ann = bot.user("Ann & Co", 100);
    bot.says(ann, "/start");
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void the_hash_is_what_a_bot_computes_with_its_token() throws GeneralSecurityException {
    var fields = fields(opened("\"url\":\"" + APP + "\"").path("init_data").asString());
    var hash = fields.remove("hash");
    var secret = hmac("WebAppData".getBytes(StandardCharsets.UTF_8), Client.TOKEN);
    assertThat(hash).isEqualTo(HexFormat.of().formatHex(hmac(secret, lines(fields))));
    assertThat(fields.get("user")).contains("\"id\":" + ann, "\"first_name\":\"Ann & Co\"");
    assertThat(fields).containsKeys("auth_date", "signature").doesNotContainKey("query_id");
  }

  @Test
  void the_signature_is_checked_with_the_sandboxs_public_key() throws GeneralSecurityException {
    var fields = fields(opened("\"url\":\"" + APP + "\"").path("init_data").asString());
    fields.remove("hash");
    var signature = Base64.getUrlDecoder().decode(fields.remove("signature"));
    var verifier = Signature.getInstance("Ed25519");
    verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(publicKey()));
    verifier.update(
        (Client.BOT + ":WebAppData\n" + lines(fields)).getBytes(StandardCharsets.UTF_8));
    assertThat(verifier.verify(signature)).isTrue();
  }

  @Test
  void the_address_carries_what_telegrams_clients_put_there() {
    var url =
        opened("\"url\":\"" + APP + "?a=1#/home\",\"start_param\":\"spring sale\"")
            .path("url")
            .asString();
    assertThat(url)
        .startsWith(APP + "?a=1&tgWebAppStartParam=spring%20sale#/home?tgWebAppData=")
        .contains("&tgWebAppVersion=", "&tgWebAppPlatform=weba", "&tgWebAppThemeParams=%7B");
  }

  @Test
  void a_menu_button_is_set_for_all_and_for_one() {
    assertThat(bot.ok("getChatMenuButton", "{}").path("type").asString()).isEqualTo("commands");
    bot.ok("setChatMenuButton", "{\"menu_button\":" + menu("Shop", APP) + "}");
    long bob = bot.user("Bob", 0);
    bot.ok(
        "setChatMenuButton",
        "{\"chat_id\":" + bob + ",\"menu_button\":" + menu("Bob's", APP + "/bob") + "}");
    assertThat(menuOf(ann).at("/web_app/url").asString()).isEqualTo(APP);
    assertThat(menuOf(bob).path("text").asString()).isEqualTo("Bob's");
    bot.ok("setChatMenuButton", "{\"chat_id\":" + bob + "}");
    assertThat(menuOf(bob).path("text").asString()).isEqualTo("Shop");
    assertThat(opened("\"menu\":true").path("url").asString()).startsWith(APP + "#tgWebApp");
  }

  @Test
  void a_menu_button_that_makes_no_sense_is_refused() {
    assertThat(refusal("{\"menu_button\":\"{\"}"))
        .isEqualTo("Bad Request: can't parse menu button JSON object");
    assertThat(refusal("{\"menu_button\":{\"type\":\"web_app\",\"text\":\"x\"}}"))
        .isEqualTo("Bad Request: can't parse menu button: Can't find field \"web_app\"");
    assertThat(refusal("{\"menu_button\":" + menu("x", "http://shop.example/app") + "}"))
        .isEqualTo(
            "Bad Request: menu button Web App URL 'http://shop.example/app' is invalid:"
                + " Only HTTPS links are allowed");
    assertThat(refusal("{\"menu_button\":" + menu("", APP) + "}"))
        .isEqualTo("Bad Request: BUTTON_TEXT_INVALID");
    assertThat(refusal("{\"chat_id\":1,\"menu_button\":{\"type\":\"commands\"}}"))
        .isEqualTo("Bad Request: chat not found");
    var answer = bot.post(webapps(), "{\"bot\":" + Client.BOT + ",\"menu\":true}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("error").asString()).contains("menu button opens no Mini App");
  }

  @Test
  void a_button_under_a_message_opens_a_mini_app_with_a_query() {
    var markup =
        "{\"inline_keyboard\":[[{\"text\":\"Open\",\"web_app\":{\"url\":\"" + APP + "\"}}]]}";
    long message =
        bot.ok(
                "sendMessage",
                "{\"chat_id\":" + ann + ",\"text\":\"shop\",\"reply_markup\":" + markup + "}")
            .path("message_id")
            .asLong();
    var opened = opened("\"message_id\":" + message + ",\"button\":\"Open\"");
    assertThat(opened.path("launch").asString()).isEqualTo("inline_button");
    assertThat(fields(opened.path("init_data").asString())).containsKey("query_id");
    var other =
        bot.post(
            webapps(),
            "{\"bot\":" + Client.BOT + ",\"message_id\":" + message + ",\"button\":\"Else\"}");
    assertThat(other.status()).isEqualTo(400);
  }

  @Test
  void a_bot_answers_a_mini_apps_query_once_and_the_user_says_it() {
    bot.ok("setChatMenuButton", "{\"menu_button\":" + menu("Shop", APP) + "}");
    var query = fields(opened("\"menu\":true").path("init_data").asString()).get("query_id");
    var answer =
        "{\"web_app_query_id\":\""
            + query
            + "\",\"result\":{\"type\":\"article\",\"id\":\"1\","
            + "\"title\":\"Cart\",\"input_message_content\":{\"message_text\":\"Two guides\"}}}";
    assertThat(bot.ok("answerWebAppQuery", answer).isObject()).isTrue();
    var chat = bot.get("/sandbox/users/" + ann + "/messages?bot=" + Client.BOT).json();
    var said = chat.path(chat.size() - 1);
    assertThat(said.path("text").asString()).isEqualTo("Two guides");
    assertThat(said.at("/from/id").asLong()).isEqualTo(ann);
    assertThat(said.at("/via_bot/id").asLong()).isEqualTo(Client.BOT);
    assertThat(bot.call("answerWebAppQuery", answer).description())
        .startsWith("Bad Request: query is too old");
  }

  @Test
  void a_keyboards_mini_app_learns_nothing_and_sends_its_data_once() {
    var markup = "{\"keyboard\":[[{\"text\":\"Pick\",\"web_app\":{\"url\":\"" + APP + "\"}}]]}";
    bot.ok(
        "sendMessage",
        "{\"chat_id\":" + ann + ",\"text\":\"pick one\",\"reply_markup\":" + markup + "}");
    var chat = bot.get("/sandbox/users/" + ann + "/messages?bot=" + Client.BOT).json();
    long message = chat.path(chat.size() - 1).path("message_id").asLong();
    var opened = opened("\"message_id\":" + message + ",\"button\":\"Pick\"");
    assertThat(opened.path("init_data").asString()).isEmpty();
    var path = webapps() + "/" + opened.path("id").asLong() + "/data";
    assertThat(bot.post(path, "{\"data\":\"" + "x".repeat(5_000) + "\"}").status()).isEqualTo(400);
    assertThat(bot.post(path, "{\"data\":\"blue\"}").status()).isEqualTo(200);
    assertThat(bot.post(path, "{\"data\":\"again\"}").status()).isEqualTo(404);
    var updates = bot.updates(0);
    var heard = updates.path(updates.size() - 1).at("/message/web_app_data");
    assertThat(heard.path("data").asString()).isEqualTo("blue");
    assertThat(heard.path("button_text").asString()).isEqualTo("Pick");
  }

  @Test
  void only_a_reply_keyboards_mini_app_sends_data() {
    long id = opened("\"url\":\"" + APP + "\"").path("id").asLong();
    var answer = bot.post(webapps() + "/" + id + "/data", "{\"data\":\"x\"}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("error").asString()).contains("reply keyboard");
  }

  @Test
  void after_a_restart_nothing_is_signed_until_the_bot_calls(@TempDir Path folder) {
    try (var first = Sandbox.builder().data(folder).start()) {
      new Client(first).ok("getMe", "{}");
      ann = new Client(first).user("Ann", 0);
    }
    try (var second = Sandbox.builder().data(folder).start()) {
      var again = new Client(second);
      var body = "{\"bot\":" + Client.BOT + ",\"url\":\"" + APP + "\"}";
      var refused = again.post(webapps(), body);
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.json().path("error").asString()).contains("let the bot make one call");
      again.ok("getMe", "{}");
      assertThat(again.post(webapps(), body).status()).isEqualTo(200);
    }
  }

  @Test
  void only_pages_of_the_web_are_opened() {
    var strange = "{\"bot\":" + Client.BOT + ",\"url\":\"javascript:alert(1)\"}";
    assertThat(bot.post(webapps(), strange).status()).isEqualTo(400);
  }

  private JsonNode opened(String how) {
    var answer = bot.post(webapps(), "{\"bot\":" + Client.BOT + "," + how + "}");
    assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
    return answer.json();
  }

  private String webapps() {
    return "/sandbox/users/" + ann + "/webapps";
  }

  private JsonNode menuOf(long user) {
    return bot.get("/sandbox/users/" + user + "/menu?bot=" + Client.BOT).json();
  }

  private String refusal(String body) {
    var answer = bot.call("setChatMenuButton", body);
    assertThat(answer.status()).isEqualTo(400);
    return answer.description();
  }

  private static String menu(String text, String url) {
    return "{\"type\":\"web_app\",\"text\":\"" + text + "\",\"web_app\":{\"url\":\"" + url + "\"}}";
  }

  private static Map<String, String> fields(String initData) {
    var fields = new TreeMap<String, String>();
    for (var pair : initData.split("&", -1)) {
      int equals = pair.indexOf('=');
      fields.put(
          pair.substring(0, equals),
          URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
    }
    return fields;
  }

  private static String lines(Map<String, String> fields) {
    return String.join(
        "\n", fields.entrySet().stream().map(f -> f.getKey() + "=" + f.getValue()).toList());
  }

  private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Thirty-two bytes, the lowest first; the highest bit tells whether x is odd (RFC 8032). */
  private EdECPublicKeySpec publicKey() {
    var hex = bot.get("/sandbox/keys").json().path("ed25519").asString();
    var bytes = HexFormat.of().parseHex(hex);
    boolean odd = bytes[31] < 0;
    bytes[31] &= 0x7f;
    for (int i = 0; i < 16; i++) {
      byte low = bytes[i];
      bytes[i] = bytes[31 - i];
      bytes[31 - i] = low;
    }
    var point = new EdECPoint(odd, new BigInteger(1, bytes));
    return new EdECPublicKeySpec(NamedParameterSpec.ED25519, point);
  }
}
