package dev.startill.sandbox.botapi;

import java.util.Locale;
import java.util.regex.Pattern;

/** An address on a button, checked and tidied as TDLib does (LinkManager.cpp, HttpUrl.cpp). */
final class ButtonUrl {
  private static final Pattern PARTS =
      Pattern.compile(
          "(?:(?<scheme>[^:/?#@\\[\\]]*)://)?(?:(?<user>[^/?#]*)@)?"
              + "(?<host>\\[[^\\]/?#]*\\]|[^:/?#]*)(?::(?<port>[^/?#]*))?(?<rest>[/?#].*)?",
          Pattern.DOTALL);
  private static final Pattern HOST =
      Pattern.compile(
          "(?:[A-Za-z0-9.\\-_!$,~*'();&+=:\\[\\]\\x{80}-\\x{10FFFF}]|%[0-9A-Fa-f]{2})*");
  private static final Pattern TG =
      Pattern.compile("(?i)(tg|ton|tonsite):(//)?(.*)", Pattern.DOTALL);
  private static final Pattern LOOPBACK =
      Pattern.compile(
          "(?i)https?://(?:localhost|127\\.0\\.0\\.1|\\[::1\\])(?::\\d{1,5})?(?:[/?#].*)?");

  private ButtonUrl() {}

  /**
   * The address of a URL button; {@code tg://} is fine.
   *
   * @throws Unreadable when it is none
   */
  static String any(String url) {
    var own = TG.matcher(url);
    if (own.matches()) {
      tidy(url, own.group(3), false);
      return own.group(1).toLowerCase(Locale.ROOT) + "://" + own.group(3);
    }
    return tidy(url, url, false);
  }

  /**
   * The address of a Mini App: only https, but in the test environment http is enough. The sandbox
   * also lets Mini Apps be of this very machine, where they are written.
   */
  static String secure(String url, boolean test) {
    if (LOOPBACK.matcher(url).matches()) {
      return url;
    }
    var tidied = TG.matcher(url).matches() ? "" : tidy(url, url, !test);
    if (tidied.isEmpty()) {
      throw invalid(url, test ? "Only HTTP links are allowed" : "Only HTTPS links are allowed");
    }
    return tidied;
  }

  private static String tidy(String whole, String url, boolean onlyHttps) {
    var parts = PARTS.matcher(url);
    if (!parts.matches()) {
      throw invalid(whole, "Wrong HTTP URL");
    }
    var scheme = parts.group("scheme") == null ? "http" : lower(parts.group("scheme"));
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw invalid(whole, "Unsupported URL protocol");
    }
    var port = parts.group("port");
    if (port != null && !isPort(port)) {
      throw invalid(whole, "Wrong port number specified in the URL");
    }
    var host = lower(parts.group("host"));
    if (host.isEmpty()) {
      throw invalid(whole, "URL host is empty");
    }
    if (!HOST.matcher(host).matches()) {
      throw invalid(whole, "Disallowed character in URL host");
    }
    if (onlyHttps && !scheme.equals("https")) {
      throw invalid(whole, "Only HTTPS links are allowed");
    }
    boolean ours = !whole.equals(url);
    if (!ours && host.indexOf('.') < 0 && !host.startsWith("[")) {
      throw invalid(whole, "Wrong HTTP URL");
    }
    var user = parts.group("user") == null ? "" : parts.group("user") + "@";
    var rest = parts.group("rest") == null ? "/" : parts.group("rest");
    var path = (rest.startsWith("/") ? "" : "/") + rest.stripTrailing().replace(" ", "%20");
    return scheme + "://" + user + host + (port == null ? "" : ":" + port) + path;
  }

  private static boolean isPort(String text) {
    if (text.isEmpty() || text.length() > 9 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return false;
    }
    int port = Integer.parseInt(text);
    return port > 0 && port <= 65_535;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static Unreadable invalid(String url, String why) {
    return new Unreadable("URL '" + url + "' is invalid: " + why);
  }
}
