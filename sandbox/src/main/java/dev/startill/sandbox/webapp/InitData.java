package dev.startill.sandbox.webapp;

import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.wire.Token;
import dev.startill.sandbox.world.User;
import dev.startill.sandbox.world.WebAppSession;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.node.ObjectNode;

/**
 * The init data of a Mini App, signed twice: by {@code hash}, which the bot checks with its token,
 * and by {@code signature}, which third parties check with a public key (both in
 * core.telegram.org/bots/webapps, "Validating data"). The second key is the sandbox's own, for
 * nobody but Telegram has Telegram's.
 */
final class InitData {
  private static final String HMAC = "HmacSHA256";

  private InitData() {}

  /** The key that the check of {@code hash} derives from a bot's token. */
  static byte[] key(Token token) {
    return hmac("WebAppData".getBytes(StandardCharsets.UTF_8), token.bytes());
  }

  /** The query string that a Mini App finds in {@code WebApp.initData}. */
  static String of(WebAppSession session, User user, byte[] key) {
    var fields = new TreeMap<String, String>();
    if (session.query() != 0) {
      fields.put("query_id", query(session));
    }
    fields.put("user", Json.text(person(user)));
    if (session.launch() == WebAppSession.Launch.LINK) {
      fields.put("chat_instance", Long.toString(session.bot() * 1_000_003 + session.user()));
      fields.put("chat_type", "sender");
    }
    if (!session.startParam().isEmpty()) {
      fields.put("start_param", session.startParam());
    }
    fields.put("auth_date", Long.toString(session.at().getEpochSecond()));
    var signed = session.bot() + ":WebAppData\n" + lines(fields);
    fields.put("signature", url64(SandboxKey.sign(signed.getBytes(StandardCharsets.UTF_8))));
    var hash = hmac(key, lines(fields).getBytes(StandardCharsets.UTF_8));
    fields.put("hash", HexFormat.of().formatHex(hash));
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + escaped(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** A query's name; Mini Apps take it for an opaque text. */
  static String query(WebAppSession session) {
    return Long.toString(session.query());
  }

  private static ObjectNode person(User user) {
    var json = Json.object().put("id", user.id()).put("first_name", user.firstName());
    json.put("last_name", "");
    if (!user.username().isEmpty()) {
      json.put("username", user.username());
    }
    if (!user.languageCode().isEmpty()) {
      json.put("language_code", user.languageCode());
    }
    return json.put("allows_write_to_pm", true);
  }

  private static String lines(SortedMap<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + field.getValue())
        .collect(Collectors.joining("\n"));
  }

  private static byte[] hmac(byte[] key, byte[] text) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String url64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
