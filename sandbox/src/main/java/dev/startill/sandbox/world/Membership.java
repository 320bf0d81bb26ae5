package dev.startill.sandbox.world;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * How somebody stands to a channel or a group. {@code until} is the end of a paid membership or of
 * a ban in Unix seconds, 0 for none; {@code rights} are an administrator's.
 */
public record Membership(long who, Status status, long until, Set<Right> rights) {
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

    /** Whether one in this standing runs the chat. */
    public boolean runsIt() {
      return this == CREATOR || this == ADMINISTRATOR;
    }
  }

  /** Rights are kept in the order in which they are shown. */
  public Membership {
    var ordered = EnumSet.noneOf(Right.class);
    ordered.addAll(rights);
    rights = Collections.unmodifiableSet(ordered);
  }

  /** A standing in which who runs the chat may do everything. */
  public Membership(long who, Status status, long until) {
    this(who, status, until, status.runsIt() ? EnumSet.allOf(Right.class) : Set.of());
  }

  /** Whether one in this standing may do this. */
  public boolean may(Right right) {
    return status == Status.CREATOR || (status == Status.ADMINISTRATOR && rights.contains(right));
  }
}
