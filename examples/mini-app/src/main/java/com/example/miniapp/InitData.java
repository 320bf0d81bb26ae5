package com.example.miniapp;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells who opened the page, by what Telegram signed with the bot's token: <a
 * href="https://core.telegram.org/bots/webapps#validating-data-received-via-the-mini-app">validating
 * data</a>. Threads share it.
 */
final class InitData {
  /** Who reads along once may buy for somebody else no longer than that. */
  private static final Duration FRESH = Duration.ofHours(12);

  private final byte[] key;
  private final InstantSource clock;

  InitData(String token, InstantSource clock) {
    this.key = hmac("WebAppData".getBytes(StandardCharsets.UTF_8), token);
    this.clock = clock;
  }

  /**
   * Whose page it is.
   *
   * @param data what the page has in {@code Telegram.WebApp.initData}
   * @return the user's id; empty if it is not Telegram's word, or not of today
   */
  OptionalLong buyer(String data) {
    try {
      var fields = new TreeMap<String, String>();
      for (var pair : data.split("&", -1)) {
        var parts = pair.split("=", 2);
        fields.put(parts[0], URLDecoder.decode(parts[parts.length - 1], StandardCharsets.UTF_8));
      }
      var hash = HexFormat.of().parseHex(fields.getOrDefault("hash", ""));
      fields.remove("hash");
      var signed = MessageDigest.isEqual(hash, hmac(key, lines(fields)));
      return signed && isFresh(fields.getOrDefault("auth_date", "0"))
          ? OptionalLong.of(userIn(fields.getOrDefault("user", "")))
          : OptionalLong.empty();
    } catch (IllegalArgumentException | IllegalStateException | JsonParseException e) {
      return OptionalLong.empty();
    }
  }

  private boolean isFresh(String date) {
    var since = Instant.ofEpochSecond(Long.parseLong(date));
    return since.plus(FRESH).isAfter(clock.instant());
  }

  private static long userIn(String json) {
    return JsonParser.parseString(json).getAsJsonObject().get("id").getAsLong();
  }

  private static String lines(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + field.getValue())
        .collect(Collectors.joining("\n"));
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new LinkageError("Every JDK has HmacSHA256.", e);
    }
  }
}
