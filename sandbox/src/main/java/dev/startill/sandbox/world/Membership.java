package dev.startill.sandbox.world;

/**
 * How somebody stands to a channel or a group. {@code until} is the end of a paid membership in
 * Unix seconds, 0 for none.
 */
public record Membership(long who, Status status, long until) {
  /** The words of ChatMember. */
  public enum Status {
    CREATOR,
    ADMINISTRATOR,
    MEMBER,
    LEFT,
    KICKED;

    /** Whether one in this standing is in the chat. */
    public boolean isIn() {
      return this != LEFT && this != KICKED;
    }

    /** Whether one in this standing may post to a channel. */
    public boolean mayPost() {
      return this == CREATOR || this == ADMINISTRATOR;
    }
  }
}
