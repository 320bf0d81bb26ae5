package dev.startill.telegram.pengrad;

import com.pengrad.telegrambot.UpdatesListener;

/** A listener that can be ended: the library asks for no more updates then. */
public interface ClosableListener extends UpdatesListener, AutoCloseable {
  /**
   * Ends it. What was not done comes again to whoever asks next; so does what was done since the
   * library asked last, and Startill knows its payments again.
   */
  @Override
  void close();
}
