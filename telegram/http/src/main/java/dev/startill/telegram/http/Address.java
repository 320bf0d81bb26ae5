package dev.startill.telegram.http;

import dev.startill.port.SettingsException;
import java.net.URI;
import java.util.Locale;

/**
 * Where the Bot API is: without a token, so it may be shown. Immutable.
 *
 * @param tls whether it is spoken to over TLS
 * @param host a name or an address
 * @param port its port
 * @param path what stands before {@code /bot…}, without a slash at its end
 */
record Address(boolean tls, String host, int port, String path) {
  static Address of(URI api) {
    var scheme = api.getScheme() == null ? "" : api.getScheme().toLowerCase(Locale.ROOT);
    var host = api.getHost();
    if (host == null || !(scheme.equals("http") || scheme.equals("https"))) {
      throw new SettingsException(
          "The API's address must look like https://api.telegram.org or http://127.0.0.1:8081.");
    }
    if (api.getRawUserInfo() != null || api.getRawQuery() != null || api.getRawFragment() != null) {
      throw new SettingsException(
          "The API's address must have no user, query or fragment: the token has its own setting.");
    }
    var tls = scheme.equals("https");
    var port = api.getPort() > 0 ? api.getPort() : tls ? 443 : 80;
    var path = api.getRawPath() == null ? "" : api.getRawPath();
    return new Address(tls, host, port, path.replaceAll("/+$", ""));
  }

  /** What the {@code Host} header says. */
  String authority() {
    return port == (tls ? 443 : 80) ? host : host + ":" + port;
  }

  /** The host as the resolver wants it. */
  String resolvable() {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
