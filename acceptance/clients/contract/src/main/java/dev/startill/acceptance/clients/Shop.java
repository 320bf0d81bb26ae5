package dev.startill.acceptance.clients;

/** A bot that is running; closing it stops it. */
public interface Shop extends AutoCloseable {
  @Override
  void close();
}
