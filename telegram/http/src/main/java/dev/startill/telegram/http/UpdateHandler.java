package dev.startill.telegram.http;

/** Takes in what comes. Called on virtual threads, for several chats at once. */
@FunctionalInterface
public interface UpdateHandler {
  /**
   * Takes in one update; when it returns, the update is acknowledged. If it throws, it gets the
   * same update again after a pause, save a checkout, which nobody awaits any more: for ever if it
   * throws a {@link dev.startill.port.StoreException}, for without a store nothing is sold anyway;
   * else as often as {@link PollingSettings} say, and then the update is given up with an ERROR.
   */
  void handle(Incoming incoming);
}
