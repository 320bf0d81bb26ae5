package dev.startill.telegram.http;

import dev.startill.port.SettingsException;

/**
 * Goes once through what an adapter uses of its library, at the start: a class or a method that the
 * version on the class path lacks would show with the first buyer else. Pure.
 *
 * @param adapter the adapter's artifact
 * @param library the library's coordinates, with the versions that were tried
 */
public record Rehearsal(String adapter, String library) {
  /** An update that has all that an adapter translates. None like it ever comes. */
  public static final String UPDATE =
      """
      {"update_id":1,
       "pre_checkout_query":{"id":"1","from":{"id":1,"is_bot":false,"first_name":"A"},
        "currency":"XTR","total_amount":1,"invoice_payload":"a"},
       "callback_query":{"id":"1","from":{"id":1,"is_bot":false,"first_name":"A"},"data":"a"},
       "message":{"message_id":1,"date":1,"text":"a","chat":{"id":1,"type":"private"},
        "from":{"id":1,"is_bot":false,"first_name":"A"},
        "successful_payment":{"currency":"XTR","total_amount":1,"invoice_payload":"a",
         "telegram_payment_charge_id":"a","provider_payment_charge_id":"a"},
        "refunded_payment":{"currency":"XTR","total_amount":1,"invoice_payload":"a",
         "telegram_payment_charge_id":"a"}}}""";

  /**
   * Goes through it.
   *
   * @throws SettingsException if the library is another one; it says which to take
   */
  public void of(Runnable scene) {
    try {
      scene.run();
    } catch (LinkageError e) {
      throw new SettingsException(
          "%s is made for %s, and what is on the class path is another version (%s). Set the version of that dependency, and look for a second one of it (mvn dependency:tree)."
              .formatted(adapter, library, e));
    }
  }
}
