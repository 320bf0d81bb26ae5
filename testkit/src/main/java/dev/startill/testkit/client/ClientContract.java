package dev.startill.testkit.client;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Nested;

/** A subclass only makes a {@link Client}; the tests play with it at a sandbox. */
public abstract class ClientContract {
  /**
   * The client under test, without limits of its own.
   *
   * @param api where the sandbox is
   * @param patience how long it waits for an answer before it gives up
   */
  protected abstract Client client(URI api, String token, Duration patience);

  /**
   * Whether the client itself sends a call again when a connection breaks that it had kept, as
   * OkHttp does unless it is told not to: then a message may come twice, and nobody is told.
   */
  protected boolean sendsAgain() {
    return false;
  }

  /**
   * Whether updates are asked for while others are being handled. Where they are not, a checkout
   * waits for the bot's own code.
   */
  protected boolean asksOn() {
    return true;
  }

  /**
   * Whether a library reads updates for the bot's own code, which may know more of one than
   * payments do.
   */
  protected boolean hasLibrary() {
    return true;
  }

  @Nested
  class Faults extends ClientFaults {
    @Override
    Client client(URI api, String token, Duration patience) {
      return ClientContract.this.client(api, token, patience);
    }

    @Override
    boolean sendsAgain() {
      return ClientContract.this.sendsAgain();
    }
  }

  @Nested
  class Sales extends ClientSales {
    @Override
    Client client(URI api, String token, Duration patience) {
      return ClientContract.this.client(api, token, patience);
    }

    @Override
    boolean asksOn() {
      return ClientContract.this.asksOn();
    }
  }

  @Nested
  class Unreadable extends ClientUnreadable {
    @Override
    Client client(URI api, String token, Duration patience) {
      return ClientContract.this.client(api, token, patience);
    }

    @Override
    boolean hasLibrary() {
      return ClientContract.this.hasLibrary();
    }
  }

  @Nested
  class Acknowledging extends ClientAcknowledging {
    @Override
    Client client(URI api, String token, Duration patience) {
      return ClientContract.this.client(api, token, patience);
    }
  }
}
