package dev.startill.sandbox.world;

import java.util.Optional;

/**
 * Somebody's standing in a chat changed: who did it, when (Unix seconds), and through which invite
 * link they came, if it was one. In a private chat it is the bot that a user blocked or let in.
 */
public record MemberChange(
    Chat chat, long by, long date, Membership before, Membership after, Optional<Invitation> link) {

  /** Whose standing it is. */
  public long who() {
    return after.who();
  }
}
