package dev.startill.server.web;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Whether a form was sent from our own pages. Browsers say in {@code Origin} where a form came
 * from, and no page can make them say otherwise; it must be the host that the request was sent to.
 * <a href="https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Origin">Origin</a>.
 */
final class SameOrigin {
  private SameOrigin() {}

  static boolean sent(ServerRequest request) {
    var origin = request.headers().first(HeaderNames.ORIGIN).orElse("");
    var host = request.headers().first(HeaderNames.HOST).orElse("");
    return !host.isEmpty() && authority(origin).equals(host.toLowerCase(Locale.ROOT));
  }

  /** The host and, unless the scheme implies it, the port; empty for what is no origin. */
  private static String authority(String origin) {
    try {
      var uri = new URI(origin);
      var isWeb = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      return isWeb && uri.getRawAuthority() != null
          ? uri.getRawAuthority().toLowerCase(Locale.ROOT)
          : "";
    } catch (URISyntaxException e) {
      return "";
    }
  }
}
