package dev.startill.sandbox.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who is in which channel or group, and who may write there. */
public final class Memberships {
  private final World world;
  private final Map<Chat.Shared, Map<Long, Membership>> members = new LinkedHashMap<>();

  Memberships(World world) {
    this.world = world;
  }

  /** How a user or a bot stands to a chat; {@code LEFT} when never seen there. */
  public Membership of(Chat.Shared chat, long who) {
    var none = new Membership(who, Membership.Status.LEFT, 0);
    return members.getOrDefault(chat, Map.of()).getOrDefault(who, none);
  }

  /** Sets how somebody stands to a chat. */
  public void put(Chat.Shared chat, Membership membership) {
    members.computeIfAbsent(chat, c -> new LinkedHashMap<>()).put(membership.who(), membership);
  }

  /** All who were ever in a chat, in the order in which they came. */
  public List<Membership> all(Chat.Shared chat) {
    return List.copyOf(members.getOrDefault(chat, Map.of()).values());
  }

  /** The chats that somebody is in. */
  public List<Community> chatsOf(long who) {
    var found = new ArrayList<Community>();
    for (var community : world.people().communities()) {
      if (of(community.chat(), who).status().isIn()) {
        found.add(community);
      }
    }
    return found;
  }

  /**
   * That a bot may write there: the words are TDLib's (MessagesManager.cpp, DialogManager.cpp).
   *
   * @throws Refusal 400 or 403
   */
  void requireMayWrite(long bot, Chat.Shared chat) {
    var status = of(chat, bot).status();
    switch (chat) {
      case Chat.Channel c -> {
        if (!status.isIn()) {
          throw Refusal.forbidden("bot is not a member of the channel chat");
        }
        if (!status.mayPost()) {
          throw Refusal.badRequest("need administrator rights in the channel chat");
        }
      }
      case Chat.Group g -> {
        if (status == Membership.Status.KICKED) {
          throw Refusal.forbidden("bot was kicked from the supergroup chat");
        }
        if (!status.isIn()) {
          throw Refusal.forbidden("bot is not a member of the supergroup chat");
        }
      }
    }
  }

  Map<Chat.Shared, Map<Long, Membership>> byChat() {
    return members;
  }
}
