package dev.startill.sandbox.world;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Invite links, and who came through which. */
public final class Invitations {
  /** An invite link and those who joined by it. */
  public record Used(Invitation invitation, Set<Long> guests) {
    /** Copied, in the order in which they came. */
    public Used {
      guests = new LinkedHashSet<>(guests);
    }
  }

  private final World world;
  private final Map<String, Used> links = new LinkedHashMap<>();

  Invitations(World world) {
    this.world = world;
  }

  /** A new link of one who runs a chat. */
  public Invitation create(
      Chat.Shared chat, long creator, Invitation.Limits limits, Invitation.Price price) {
    return keep(new Invitation(world.ids().invite(), chat, creator, limits, price, false, false));
  }

  /** A new main link; the former one of this creator lets nobody in any more. */
  public Invitation replacePrimary(Chat.Shared chat, long creator) {
    primary(chat, creator).ifPresent(former -> put(former.revokedNow()));
    return keep(
        new Invitation(
            world.ids().invite(),
            chat,
            creator,
            Invitation.Limits.NONE,
            Invitation.Price.FREE,
            true,
            false));
  }

  /** The main link of one who runs a chat, if it has one. */
  public Optional<Invitation> primary(Chat.Shared chat, long creator) {
    return all(chat).stream()
        .filter(known -> known.primary() && !known.revoked() && known.creator() == creator)
        .findFirst();
  }

  /** Sets other limits. */
  public Invitation edit(Invitation invitation, Invitation.Limits limits) {
    return put(invitation.with(limits));
  }

  /** Ends a link; who had a main one gets another at once. */
  public Invitation revoke(Invitation invitation) {
    var revoked = put(invitation.revokedNow());
    if (invitation.primary() && !invitation.revoked()) {
      var fresh = replacePrimary(invitation.chat(), invitation.creator());
      assert !fresh.equals(revoked);
    }
    return revoked;
  }

  /** The link of an address. */
  public Optional<Invitation> find(String address) {
    return Optional.ofNullable(links.get(Invitation.hashOf(address))).map(Used::invitation);
  }

  /** The links of a chat, oldest first. */
  public List<Invitation> all(Chat.Shared chat) {
    return links.values().stream()
        .map(Used::invitation)
        .filter(known -> known.chat().equals(chat))
        .toList();
  }

  /**
   * A user follows a link, and pays for one that costs.
   *
   * @throws Refusal with the names that a client reads: INVITE_HASH_EXPIRED, USERS_TOO_MUCH,
   *     USER_ALREADY_PARTICIPANT, BALANCE_TOO_LOW (core.telegram.org/method/
   *     messages.importChatInvite)
   */
  public Membership join(long user, Invitation invitation) {
    requireOpen(user, invitation);
    if (costs(invitation)) {
      return world.paidMemberships().begin(user, invitation);
    }
    var member = new Membership(user, Membership.Status.MEMBER, 0);
    admit(invitation, member);
    return member;
  }

  /** A public chat is joined for nothing, by a paid link too (tdlib/telegram-bot-api#628). */
  private boolean costs(Invitation invitation) {
    boolean isPublic =
        world
            .people()
            .community(invitation.chat().id())
            .filter(known -> !known.username().isEmpty())
            .isPresent();
    return !isPublic && !invitation.price().isFree();
  }

  void requireOpen(long user, Invitation invitation) {
    var limits = invitation.limits();
    var memberships = world.memberships();
    var status = memberships.of(invitation.chat(), user).status();
    if (status.isIn()) {
      throw Refusal.badRequest("USER_ALREADY_PARTICIPANT");
    }
    boolean over = limits.expires() != 0 && limits.expires() <= world.date();
    if (invitation.revoked() || over || status == Membership.Status.KICKED) {
      throw Refusal.badRequest("INVITE_HASH_EXPIRED");
    }
    long inside =
        guests(invitation).stream()
            .filter(guest -> memberships.of(invitation.chat(), guest).status().isIn())
            .count();
    if (limits.members() != 0 && inside >= limits.members()) {
      throw Refusal.badRequest("USERS_TOO_MUCH");
    }
    if (limits.byRequest()) {
      throw Refusal.of(
          501, "Not Implemented: the sandbox does not emulate requests to join a chat");
    }
  }

  void admit(Invitation invitation, Membership member) {
    var known = links.get(invitation.hash());
    if (known != null) {
      known.guests().add(member.who());
    }
    world.memberships().change(invitation.chat(), member, member.who(), Optional.of(invitation));
  }

  List<Used> saved() {
    return links.values().stream().map(used -> new Used(used.invitation(), used.guests())).toList();
  }

  void restore(Used used) {
    links.put(used.invitation().hash(), used);
  }

  private Set<Long> guests(Invitation invitation) {
    var known = links.get(invitation.hash());
    return known == null ? Set.of() : known.guests();
  }

  private Invitation keep(Invitation invitation) {
    links.put(invitation.hash(), new Used(invitation, Set.of()));
    return invitation;
  }

  private Invitation put(Invitation invitation) {
    links.put(invitation.hash(), new Used(invitation, guests(invitation)));
    return invitation;
  }
}
