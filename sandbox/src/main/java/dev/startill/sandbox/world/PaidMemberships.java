package dev.startill.sandbox.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Subscriptions to channels: they begin with a paid invite link, and the Stars go to the channel.
 * At the end of each period the member pays again from their balance, and is out of the channel if
 * it does not suffice, or if they ended it (core.telegram.org/api/subscriptions).
 *
 * <p>It goes on only as long as the member is the one who came by the paid link. Who leaves, is
 * removed or becomes an administrator pays no more, and whatever they are later (a member by a free
 * link, or one who was demoted: that is assumed) they are for nothing. Back through the same paid
 * link within the paid time one pays nothing either, and the subscription goes on.
 */
public final class PaidMemberships {
  private record Key(long user, Chat.Shared chat) {}

  private final World world;
  private final Map<Key, PaidMembership> all = new LinkedHashMap<>();
  private final TreeSet<PaidMembership> agenda =
      new TreeSet<>(
          Comparator.comparingLong(PaidMembership::until)
              .thenComparingLong(PaidMembership::user)
              .thenComparingLong(paid -> paid.chat().id()));

  PaidMemberships(World world) {
    this.world = world;
  }

  /** A user's subscription to a channel, as long as they are in it by that. */
  public Optional<PaidMembership> of(long user, Chat.Shared chat) {
    return paid(user, chat).filter(this::isInside);
  }

  /**
   * A member ends the subscription, or takes that back, before the paid time ends.
   *
   * @throws Refusal 404 when there is none
   */
  public PaidMembership cancel(long user, Chat.Shared chat, boolean canceled) {
    var paid =
        of(user, chat)
            .orElseThrow(() -> Refusal.of(404, "Not Found: no subscription to this channel"));
    return keep(paid.canceled(canceled));
  }

  /**
   * A user pays for a link and is let in.
   *
   * @throws Refusal BALANCE_TOO_LOW
   */
  Membership begin(long user, Invitation invitation) {
    var chat = invitation.chat();
    var paid =
        paid(user, chat)
            .filter(known -> known.link().equals(invitation.hash()))
            .orElseGet(
                () -> {
                  var price = invitation.price();
                  var first =
                      new PaidMembership(user, chat, invitation.hash(), price, world.date(), false);
                  return charged(first).orElseThrow(() -> Refusal.badRequest("BALANCE_TOO_LOW"));
                });
    keep(paid.canceled(false));
    var member = new Membership(user, Membership.Status.MEMBER, paid.until());
    world.invitations().admit(invitation, member);
    return member;
  }

  /** The account is gone: it stays in its channels as long as it has paid, and pays no more. */
  void abandon(long user) {
    for (var paid : all()) {
      if (paid.user() == user) {
        keep(paid.canceled(true));
      }
    }
  }

  Optional<Instant> nextDue() {
    return agenda.isEmpty()
        ? Optional.empty()
        : Optional.of(Instant.ofEpochSecond(agenda.first().until()));
  }

  void passNext() {
    var paid = agenda.first();
    boolean inside = isInside(paid);
    var next = inside && !paid.canceled() ? charged(paid) : Optional.<PaidMembership>empty();
    if (next.isPresent()) {
      stay(keep(next.get()));
    } else {
      forget(paid);
      if (inside) {
        stand(paid, new Membership(paid.user(), Membership.Status.LEFT, 0));
      }
    }
  }

  private Optional<PaidMembership> paid(long user, Chat.Shared chat) {
    return Optional.ofNullable(all.get(new Key(user, chat)));
  }

  /** Only who came by the paid link is a member until the paid time ends. */
  private boolean isInside(PaidMembership paid) {
    var member = world.memberships().of(paid.chat(), paid.user());
    return member.status() == Membership.Status.MEMBER && member.until() == paid.until();
  }

  private void stay(PaidMembership paid) {
    var member = new Membership(paid.user(), Membership.Status.MEMBER, paid.until());
    if (world.knobs().channelRenewalsAreTold()) {
      stand(paid, member);
    } else {
      world.memberships().put(paid.chat(), member);
    }
  }

  private void stand(PaidMembership paid, Membership member) {
    world.memberships().change(paid.chat(), member, paid.user(), Optional.empty());
  }

  /** One period more, if there are Stars for it. */
  private Optional<PaidMembership> charged(PaidMembership paid) {
    var books = world.books();
    var amount = Amount.of(paid.price().stars());
    if (world.people().isDeleted(paid.user()) || !books.covers(paid.user(), amount)) {
      return Optional.empty();
    }
    var id = books.newId();
    var purpose = new Partner.Purpose.Invoice("", paid.price().period());
    books.spend(paid.user(), id, amount, new Partner.Chat(paid.chat().id(), ""));
    books.earn(paid.chat().id(), id, amount, new Partner.User(paid.user(), purpose));
    return Optional.of(paid.paidUntil(paid.until() + paid.price().period()));
  }

  private PaidMembership keep(PaidMembership paid) {
    var before = all.put(new Key(paid.user(), paid.chat()), paid);
    if (before != null) {
      agenda.remove(before);
    }
    agenda.add(paid);
    return paid;
  }

  private void forget(PaidMembership paid) {
    all.remove(new Key(paid.user(), paid.chat()));
    agenda.remove(paid);
  }

  List<PaidMembership> all() {
    return new ArrayList<>(all.values());
  }

  void restore(List<PaidMembership> saved) {
    saved.forEach(this::keep);
  }
}
