package dev.startill.sandbox.botapi;

import dev.startill.sandbox.delivery.HookAddress;
import dev.startill.sandbox.delivery.HostNames;
import dev.startill.sandbox.delivery.Trust;
import dev.startill.sandbox.wire.Parameters;
import dev.startill.sandbox.world.Refusal;
import dev.startill.sandbox.world.Webhook;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads setWebhook's parameters with the checks of Client.cpp and WebhookActor.cpp, in their order.
 * A local server takes plain http and private addresses, as the real one does with {@code --local}.
 */
final class WebhookParser {
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]*");
  private static final Pattern IP = Pattern.compile("[0-9.]+|\\[?[0-9a-fA-F:.]*:[0-9a-fA-F:.]*]?");
  private static final Set<Integer> PORTS = Set.of(80, 88, 443, 8443);
  private static final int LONGEST_SECRET = 256;
  private static final int LONGEST_CERTIFICATE = 3 << 20;
  private static final String ATTACHED = "attach://";

  private final HostNames names;
  private final boolean local;

  WebhookParser(HostNames names, boolean local) {
    this.names = names;
    this.local = local;
  }

  /** What is asked for, unchecked: enough to see whether it changes anything. */
  Webhook read(Call call) {
    var url = call.text("url");
    if (url.isEmpty()) {
      return Webhook.NONE;
    }
    int most = local ? 100_000 : 100;
    int connections = (int) call.parameters().number("max_connections", 40, 1, most);
    var ip = call.text("ip_address");
    var secret = call.text("secret_token");
    return new Webhook(url, secret, connections, ip, !ip.isEmpty(), certificate(call));
  }

  /** The checks that need no look at the network. */
  void check(Call call, Webhook webhook) {
    var address = address(webhook);
    if (webhook.secret().getBytes(StandardCharsets.UTF_8).length > LONGEST_SECRET) {
      throw Refusal.badRequest("secret token is too long");
    }
    if (!SECRET.matcher(webhook.secret()).matches()) {
      throw Refusal.badRequest("secret token contains unallowed characters");
    }
    int size = upload(call).map(file -> file.content().length).orElse(0);
    if (size > LONGEST_CERTIFICATE) {
      throw Refusal.badRequest("certificate size is too big (" + size + " bytes)");
    }
    if (!local && !address.tls()) {
      throw bad("An HTTPS URL must be provided for webhook");
    }
    if (!local && !PORTS.contains(address.port())) {
      throw bad("Webhook can be set up only on ports 80, 88, 443 or 8443");
    }
    if (!Trust.isCertificate(webhook.certificate())) {
      throw bad("Can't create an SSL context"); // the reason behind it is assumed
    }
  }

  /** The webhook with the address of its host. Asks the network; may take long. */
  Webhook find(Webhook webhook) {
    var address = address(webhook);
    var found = webhook.pinned() ? pinned(webhook.ipAddress()) : resolved(address.name());
    if (!local && !(found instanceof Inet4Address)) {
      throw bad("IPv6-only addresses are not allowed");
    }
    if (!local && Reserved.contains(found)) {
      throw bad("IP address " + found.getHostAddress() + " is reserved");
    }
    return webhook.at(found.getHostAddress());
  }

  private static HookAddress address(Webhook webhook) {
    return HookAddress.parse(webhook.url())
        .orElseThrow(() -> Refusal.badRequest("invalid webhook URL specified"));
  }

  private static InetAddress pinned(String ip) {
    if (!IP.matcher(ip).matches()) {
      throw bad("Invalid IP address specified");
    }
    try {
      return InetAddress.getByName(ip);
    } catch (UnknownHostException e) {
      throw bad("Invalid IP address specified");
    }
  }

  private InetAddress resolved(String host) {
    try {
      var all = names.find(host);
      return Stream.of(all).filter(Inet4Address.class::isInstance).findFirst().orElse(all[0]);
    } catch (UnknownHostException e) {
      throw bad("Failed to resolve host: Name or service not known");
    }
  }

  private static String certificate(Call call) {
    return upload(call)
        .map(file -> new String(file.content(), StandardCharsets.ISO_8859_1))
        .orElse("");
  }

  private static Optional<Parameters.Upload> upload(Call call) {
    var name = call.text("certificate");
    return call.parameters()
        .upload("certificate")
        .or(
            () ->
                name.startsWith(ATTACHED)
                    ? call.parameters().upload(name.substring(ATTACHED.length()))
                    : Optional.empty());
  }

  private static Refusal bad(String why) {
    return Refusal.of(400, "Bad Request: bad webhook: " + why);
  }
}
