package dev.startill.telegram.pengrad;

import dev.startill.telegram.http.HttpSettings;
import dev.startill.testkit.client.Client;
import dev.startill.testkit.client.ClientContract;
import java.net.URI;
import java.time.Duration;

/** Over a client that was made for it, with our polling. */
class PollingTest extends ClientContract {
  @Override
  protected Client client(URI api, String token, Duration patience) {
    var settings = HttpSettings.defaults().withPatience(patience).withLimits(0, 0);
    return new OverPengrad(PengradBot.at(api, token, settings), false);
  }
}
