package dev.startill.sandbox.world;

import java.util.List;
import java.util.Map;

/**
 * All of a World at one moment, as values: what a state file holds. Pressed buttons and remembered
 * updates are left out; they do not outlive a restart.
 */
public record Saved(
    int version,
    List<SavedUser> users,
    List<SavedBot> bots,
    List<SavedCommunity> communities,
    List<Invitations.Used> invitations,
    List<SavedChat> chats,
    Map<Long, Long> lastMessages,
    List<Link> links,
    List<Checkout> checkouts,
    long lastPayment,
    List<Charge> charges,
    List<String> refunded,
    Map<Long, List<StarTransaction>> statements,
    Map<Long, Integer> paymentsOf,
    List<SavedFile> files) {

  /** What is missing is a damaged file, noticed here and not in the middle of a run. */
  public Saved {
    users = List.copyOf(users);
    bots = List.copyOf(bots);
    communities = List.copyOf(communities);
    invitations = List.copyOf(invitations);
    chats = List.copyOf(chats);
    lastMessages = Map.copyOf(lastMessages);
    links = List.copyOf(links);
    checkouts = List.copyOf(checkouts);
    charges = List.copyOf(charges);
    refunded = List.copyOf(refunded);
    statements = Map.copyOf(statements);
    paymentsOf = Map.copyOf(paymentsOf);
    files = List.copyOf(files);
  }

  /** The form that this class writes; another one is refused. */
  public static final int VERSION = 2;

  /** A user and their Stars. */
  public record SavedUser(User user, long stars) {}

  /** A bot and all that is its own. */
  public record SavedBot(
      Bot bot,
      long stars,
      String commands,
      Webhook webhook,
      List<String> allowed,
      int nextUpdate,
      List<Update> waiting,
      List<Update> again) {}

  /** A channel or a group, its Stars and who is in it. */
  public record SavedCommunity(Community community, long stars, List<Membership> members) {}

  /** A chat's messages. */
  public record SavedChat(Chat chat, boolean blocked, List<Message> messages) {}

  /** A file, with no bytes if it lives at an address. */
  @SuppressWarnings("ArrayRecordComponent") // bytes are never changed, nor compared
  public record SavedFile(StoredFile file, byte[] bytes) {}
}
