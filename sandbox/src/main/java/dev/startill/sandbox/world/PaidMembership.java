package dev.startill.sandbox.world;

/**
 * Somebody's subscription to a channel: what each period costs, where the paid time ends (Unix
 * seconds), and whether they ended it, so that nothing follows.
 */
public record PaidMembership(
    long user,
    Chat.Shared chat,
    String link,
    Invitation.Price price,
    long until,
    boolean canceled) {

  PaidMembership paidUntil(long end) {
    return new PaidMembership(user, chat, link, price, end, canceled);
  }

  PaidMembership canceled(boolean now) {
    return new PaidMembership(user, chat, link, price, until, now);
  }
}
