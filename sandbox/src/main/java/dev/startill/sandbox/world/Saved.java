package dev.startill.sandbox.world;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All of a World at one moment, as values: what a state file holds. Pressed buttons and remembered
 * updates are left out; they do not outlive a restart.
 */
public record Saved(
    int version,
    List<User> users,
    List<SavedBot> bots,
    List<SavedCommunity> communities,
    List<Invitations.Used> invitations,
    List<SavedChat> chats,
    Map<Long, Long> lastMessages,
    Economy economy,
    List<PaidMembership> paidMemberships,
    Map<String, Set<Long>> paidMedia,
    List<OwnedGift> gifts,
    Map<Long, Long> premiumUntil,
    List<SavedFile> files,
    List<WebApps.MenuButton> menus,
    Manners manners) {

  /** What is missing is a damaged file, noticed here and not in the middle of a run. */
  public Saved {
    users = List.copyOf(users);
    bots = List.copyOf(bots);
    communities = List.copyOf(communities);
    invitations = List.copyOf(invitations);
    chats = List.copyOf(chats);
    lastMessages = Map.copyOf(lastMessages);
    paidMemberships = List.copyOf(paidMemberships);
    paidMedia = Map.copyOf(paidMedia);
    gifts = List.copyOf(gifts);
    premiumUntil = Map.copyOf(premiumUntil);
    files = List.copyOf(files);
    menus = List.copyOf(menus);
  }

  /** The form that this class writes; another one is refused. */
  public static final int VERSION = 3;

  /** The Stars: what was asked for, what was paid, everybody's books, who acts for whom. */
  public record Economy(
      List<Link> links,
      List<Checkout> checkouts,
      long lastPayment,
      List<Charge> charges,
      Map<String, Charges.Return> returned,
      Map<Long, Integer> paymentsOf,
      Map<Long, List<StarTransaction>> books,
      List<Subscription> subscriptions,
      List<Withdrawal> withdrawals,
      List<BusinessConnection> businesses) {

    /** As for the whole. */
    public Economy {
      links = List.copyOf(links);
      checkouts = List.copyOf(checkouts);
      charges = List.copyOf(charges);
      returned = Map.copyOf(returned);
      paymentsOf = Map.copyOf(paymentsOf);
      books = Map.copyOf(books);
      subscriptions = List.copyOf(subscriptions);
      withdrawals = List.copyOf(withdrawals);
      businesses = List.copyOf(businesses);
    }
  }

  /** What bots say about themselves, what is put onto messages, and who hides from forwards. */
  public record Manners(
      List<Profiles.Line> profiles,
      List<Margins.Pins> pins,
      List<Margins.Reaction> reactions,
      List<Long> discreet) {

    /** As for the whole. */
    public Manners {
      profiles = List.copyOf(profiles);
      pins = List.copyOf(pins);
      reactions = List.copyOf(reactions);
      discreet = List.copyOf(discreet);
    }
  }

  /** A bot and all that is its own. */
  public record SavedBot(
      Bot bot,
      Webhook webhook,
      List<String> allowed,
      int nextUpdate,
      List<Update> waiting,
      List<Update> again) {

    /** As for the whole. */
    public SavedBot {
      allowed = List.copyOf(allowed);
      waiting = List.copyOf(waiting);
      again = List.copyOf(again);
    }
  }

  /** A channel or a group and who is in it. */
  public record SavedCommunity(Community community, List<Membership> members) {

    /** As for the whole. */
    public SavedCommunity {
      members = List.copyOf(members);
    }
  }

  /** A chat's messages. */
  public record SavedChat(Chat chat, boolean blocked, List<Message> messages) {

    /** As for the whole. */
    public SavedChat {
      messages = List.copyOf(messages);
    }
  }

  /** A file, with no bytes if it lives at an address. */
  @SuppressWarnings("ArrayRecordComponent") // bytes are never changed, nor compared
  public record SavedFile(StoredFile file, byte[] bytes) {}
}
