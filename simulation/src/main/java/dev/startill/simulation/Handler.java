package dev.startill.simulation;

import dev.startill.outbox.Patience;
import dev.startill.port.Fulfilment;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * The merchant's own code, which keeps its own book of who has what. It may throw, hang, or be
 * there when the process dies, before or after it has done its deed. For one thread.
 */
final class Handler implements Fulfilment, Patience {
  private final Stage stage;
  private Weather.Handler how = Weather.Handler.DONE;

  Handler(Stage stage) {
    this.stage = stage;
  }

  @Override
  public void await(Call call, Duration most) throws ExecutionException, TimeoutException {
    stage.seams.cross(Seams.Seam.BEFORE_HANDLER);
    var drawn = stage.weather.onHandler();
    stage.waitForWorld();
    how = drawn;
    try {
      call.run();
    } catch (Exception e) {
      throw new ExecutionException(e);
    }
    if (drawn == Weather.Handler.HUNG_BEFORE || drawn == Weather.Handler.HUNG_AFTER) {
      stage.reached.count(Fault.HANDLER_HUNG);
      stage.pass(most.toMillis());
      throw new TimeoutException();
    }
    stage.seams.cross(Seams.Seam.AFTER_HANDLER);
  }

  @Override
  public void fulfil(Purchase purchase) {
    stage.checker.fulfilling(purchase.order().value());
    act("fulfil", purchase);
  }

  @Override
  public void revoke(Purchase purchase) {
    act("revoke", purchase);
  }

  private void act(String deed, Purchase purchase) {
    var mode = how;
    stage.trace.say("  " + deed + " " + purchase.order() + " (" + mode + ")");
    if (mode == Weather.Handler.THREW_BEFORE) {
      stage.reached.count(Fault.HANDLER_THREW);
      throw new IllegalStateException("the merchant's server is down");
    }
    if (mode == Weather.Handler.HUNG_BEFORE) {
      return;
    }
    stage.checker.merchantDid(deed, purchase.order().value());
    if (mode == Weather.Handler.THREW_AFTER) {
      stage.reached.count(Fault.HANDLER_THREW);
      throw new IllegalStateException("the merchant's server fell down just now");
    }
  }
}
