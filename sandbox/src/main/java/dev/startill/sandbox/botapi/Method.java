package dev.startill.sandbox.botapi;

/** A Bot API method. */
@FunctionalInterface
interface Method {
  /**
   * Does what the method does.
   *
   * @throws dev.startill.sandbox.world.Refusal when Telegram would say no
   */
  Reply answer(Call call);
}
