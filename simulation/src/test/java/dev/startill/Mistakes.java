package dev.startill;

import dev.startill.party.BuyerId;
import dev.startill.port.Store;
import dev.startill.port.Telegram;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/** A way to Telegram for who should have none. */
public final class Mistakes {
  private static @Nullable Telegram known;

  private Mistakes() {}

  static Startill.Setup everybodyKnowsTelegram(Store store, Telegram telegram, MethodHandle shipped)
      throws Throwable {
    known = telegram;
    return (Startill.Setup) shipped.invoke(store, telegram);
  }

  /** Writes to a buyer at once. */
  public static void say(BuyerId buyer, String text) {
    if (known != null) {
      known.sendText(buyer, text);
    }
  }
}
