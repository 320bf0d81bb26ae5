package dev.startill.sandbox.botapi;

import dev.startill.sandbox.world.Refusal;
import dev.startill.sandbox.world.Webhook;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads setWebhook's parameters with the checks of Client.cpp and WebhookActor.cpp. A local server
 * takes plain http and private addresses, as the real one does with {@code --local}.
 */
final class WebhookParser {
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]*");
  private static final Set<Integer> PORTS = Set.of(80, 88, 443, 8443);

  private WebhookParser() {}

  static Webhook parse(Call call, boolean local) {
    var secret = call.text("secret_token");
    if (secret.length() > 256) {
      throw Refusal.badRequest("secret token is too long");
    }
    if (!SECRET.matcher(secret).matches()) {
      throw Refusal.badRequest("secret token contains unallowed characters");
    }
    var url = call.text("url").strip();
    if (url.isEmpty()) {
      return Webhook.NONE;
    }
    var uri = uri(url);
    int connections = (int) call.parameters().number("max_connections", 40, 1, 100);
    var address = local ? "" : checkPublic(uri);
    return new Webhook(uri.toString(), secret, connections, address);
  }

  private static URI uri(String url) {
    try {
      var uri = new URI(url.contains("://") ? url : "https://" + url);
      var scheme = uri.getScheme();
      if (uri.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
        throw Refusal.badRequest("invalid webhook URL specified");
      }
      return uri;
    } catch (URISyntaxException e) {
      throw Refusal.badRequest("invalid webhook URL specified");
    }
  }

  private static String checkPublic(URI uri) {
    if (!uri.getScheme().equals("https")) {
      throw bad("An HTTPS URL must be provided for webhook");
    }
    if (!PORTS.contains(uri.getPort() < 0 ? 443 : uri.getPort())) {
      throw bad("Webhook can be set up only on ports 80, 88, 443 or 8443");
    }
    try {
      var address = InetAddress.getByName(uri.getHost());
      if (address.isLoopbackAddress()
          || address.isSiteLocalAddress()
          || address.isLinkLocalAddress()
          || address.isAnyLocalAddress()
          || address.isMulticastAddress()) {
        throw bad("IP address " + address.getHostAddress() + " is reserved");
      }
      return address.getHostAddress();
    } catch (UnknownHostException e) {
      throw bad("Failed to resolve host: Name or service not known");
    }
  }

  private static Refusal bad(String why) {
    return Refusal.badRequest("bad webhook: " + why);
  }
}
