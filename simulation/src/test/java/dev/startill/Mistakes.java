package dev.startill;

import dev.startill.intake.Update;
import dev.startill.party.BuyerId;
import dev.startill.payment.Payload;
import dev.startill.port.Store;
import dev.startill.port.Telegram;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/** A way to Telegram for who should have none. */
public final class Mistakes {
  private static @Nullable Telegram known;

  private Mistakes() {}

  static Setup everybodyKnowsTelegram(Store store, Telegram telegram, MethodHandle shipped)
      throws Throwable {
    known = telegram;
    return (Setup) shipped.invoke(store, telegram);
  }

  /** Writes to a buyer at once. */
  public static void say(BuyerId buyer, String text) {
    if (known != null) {
      known.sendText(buyer, text);
    }
  }

  static boolean goodsLeaveWithTheApproval(Startill engine, Update update, MethodHandle shipped)
      throws Throwable {
    var ours = (boolean) shipped.invoke(engine, update);
    if (update instanceof Update.Checkout checkout
        && Payload.read(checkout.payload()).orElse(null) instanceof Payload.OfOrder of) {
      say(checkout.payer(), "Your guide, order " + of.order());
    }
    return ours;
  }
}
