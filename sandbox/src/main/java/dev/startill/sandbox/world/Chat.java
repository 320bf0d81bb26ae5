package dev.startill.sandbox.world;

/** Where messages stand. */
public sealed interface Chat {
  /** The number by which a bot knows it: chat_id. */
  long id();

  /** The private chat of one bot and one user; it exists once the user has written or paid. */
  record Private(long bot, long user) implements Chat {
    @Override
    public long id() {
      return user;
    }
  }

  /** A chat with members; its number is negative. */
  sealed interface Shared extends Chat {}

  /** Administrators post, members read. */
  record Channel(long id) implements Shared {}

  /** A supergroup: all members write. */
  record Group(long id) implements Shared {}
}
