package dev.startill.sandbox.delivery;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a webhook leads, read as tdlib/td does (HttpUrl.cpp): without a scheme it is https; {@code
 * target} is the path with its query.
 */
public record HookAddress(boolean tls, String userInfo, String host, int port, String target) {
  private static final Pattern URL =
      Pattern.compile("(?:([^:/?#@\\[\\]]*)://)?([^/?#]*)([/?#].*)?", Pattern.DOTALL);
  private static final Pattern AUTHORITY =
      Pattern.compile("(?:(.*)@)?(\\[[0-9a-fA-F:.]+]|[^@:\\[\\]]*)(?::([0-9]{0,9}))?");
  private static final Pattern HOST =
      Pattern.compile("(?:[A-Za-z0-9.!$,~*'();&+=_\\x80-\\uFFFF-]|%[0-9a-fA-F]{2})+");
  private static final int HIGHEST_PORT = 65_535;

  /** The address, unless the text is none. */
  public static Optional<HookAddress> parse(String url) {
    var parts = URL.matcher(url);
    if (!parts.matches()) {
      return Optional.empty();
    }
    var scheme = parts.group(1) == null ? "https" : parts.group(1).toLowerCase(Locale.ROOT);
    var authority = AUTHORITY.matcher(parts.group(2));
    if (!authority.matches() || !(scheme.equals("https") || scheme.equals("http"))) {
      return Optional.empty();
    }
    boolean tls = scheme.equals("https");
    var host = authority.group(2);
    int port = port(authority.group(3), tls);
    if (!isHost(host) || port < 1 || port > HIGHEST_PORT) {
      return Optional.empty();
    }
    var userInfo = authority.group(1) == null ? "" : authority.group(1);
    return Optional.of(new HookAddress(tls, userInfo, ascii(host), port, target(parts.group(3))));
  }

  /** The Host header: a port that goes without saying is left out. */
  String hostHeader() {
    return port == (tls ? 443 : 80) ? host : host + ":" + port;
  }

  /** The host as a name or a bare IP address. */
  public String name() {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private static int port(String text, boolean tls) {
    if (text == null) {
      return tls ? 443 : 80;
    }
    return text.isEmpty() ? -1 : Integer.parseInt(text);
  }

  private static boolean isHost(String host) {
    return host.startsWith("[") || (!host.equals(".") && HOST.matcher(host).matches());
  }

  private static String ascii(String host) {
    try {
      return host.startsWith("[") ? host : IDN.toASCII(host.toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return host;
    }
  }

  /** Blanks and control characters are escaped, those at the end cut. */
  private static String target(String rest) {
    var text = rest == null ? "" : rest.stripTrailing();
    var target = new StringBuilder(text.startsWith("/") ? "" : "/");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      target.append(c <= ' ' ? "%%%02X".formatted((int) c) : Character.toString(c));
    }
    return target.toString();
  }
}
