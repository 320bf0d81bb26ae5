package dev.startill.port;

import dev.startill.port.Fulfilment.Purchase;
import java.util.function.Function;

/**
 * Hands over goods in the very transaction that marks them as handed over: both are kept, or
 * neither, whatever dies when. A store that can do that makes one of the merchant's handler, such
 * as {@code JdbcStore.joined}. May be called several times for one purchase, but what it did counts
 * once. Many threads call it at once.
 */
public interface JoinedFulfilment {
  /** How many transactions there can be at once; as many handlers are called at most. */
  default int atOnce() {
    return Integer.MAX_VALUE;
  }

  /**
   * Hands over what was bought, then runs the mark, and returns when both are durable.
   *
   * @param mark what the engine adds to the transaction; whatever it throws takes all of it back
   * @return what the mark gave
   * @throws StoreException if nobody knows whether it was recorded, or it was not
   * @throws Exception what the handler threw; nothing is kept then
   */
  <T> T fulfil(Purchase purchase, Function<Store.Work, T> mark) throws Exception;

  /**
   * Takes back what was handed over, likewise.
   *
   * @throws StoreException likewise
   * @throws Exception what the handler threw; nothing is kept then
   */
  <T> T revoke(Purchase purchase, Function<Store.Work, T> mark) throws Exception;
}
