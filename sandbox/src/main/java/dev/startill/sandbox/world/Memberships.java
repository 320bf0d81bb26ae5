package dev.startill.sandbox.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    var known = members.getOrDefault(chat, Map.of()).getOrDefault(who, none);
    boolean banIsOver =
        known.status() == Membership.Status.KICKED
            && known.until() != 0
            && known.until() <= world.date();
    return banIsOver ? none : known;
  }

  /** Sets how somebody stands to a chat, and tells nobody. */
  public void put(Chat.Shared chat, Membership membership) {
    members.computeIfAbsent(chat, c -> new LinkedHashMap<>()).put(membership.who(), membership);
  }

  /**
   * Somebody's standing changes through a deed of one in the chat: the bots that may know are told,
   * and a group says who came and went. Who is a member already stays one as they are, a paid one
   * too.
   */
  public void change(Chat.Shared chat, Membership after, long by, Optional<Invitation> link) {
    var before = of(chat, after.who());
    boolean memberAgain =
        before.status() == Membership.Status.MEMBER
            && after.equals(new Membership(after.who(), Membership.Status.MEMBER, 0));
    if (memberAgain || before.equals(after)) {
      return;
    }
    var change = new MemberChange(chat, by, world.date(), before, after, link);
    boolean goes = before.status().isIn() && !after.status().isIn();
    if (goes) {
      say(chat, by, new Content.Left(after.who()));
    }
    put(chat, after);
    world.tell(new Happening.MemberMoved(change));
    tellBots(chat, change);
    if (!before.status().isIn() && after.status().isIn()) {
      say(chat, by, new Content.Joined(List.of(after.who())));
    }
  }

  /**
   * A user joins a public chat.
   *
   * @throws Refusal when they are in it, or were removed for good
   */
  public Membership enter(Chat.Shared chat, long user) {
    var status = of(chat, user).status();
    if (status.isIn() || status == Membership.Status.KICKED) {
      throw Refusal.badRequest(status.isIn() ? "USER_ALREADY_PARTICIPANT" : "CHANNEL_PRIVATE");
    }
    var member = new Membership(user, Membership.Status.MEMBER, 0);
    change(chat, member, user, Optional.empty());
    return member;
  }

  /** A group says who came and went, a channel does not. */
  private void say(Chat.Shared chat, long by, Content.Service words) {
    switch (chat) {
      case Chat.Channel c -> {}
      case Chat.Group g -> {
        var message = world.chats().post(chat, by, words, "", Marks.NONE);
        assert message.id() > 0;
      }
    }
  }

  /** The one concerned, and the bots that run the chat. */
  private void tellBots(Chat.Shared chat, MemberChange change) {
    for (var member : all(chat)) {
      boolean own = member.who() == change.who();
      boolean told = own || member.status().runsIt();
      if (told && world.people().bot(member.who()).isPresent()) {
        var body = new Update.Stood(change, own);
        world.mail().put(member.who(), body, world.knobs().messageRetention());
      }
    }
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

  /** Those who are in a chat, in the order in which they came. */
  public List<Membership> inside(Chat.Shared chat) {
    return all(chat).stream().filter(member -> member.status().isIn()).toList();
  }

  /** Who founded a chat; 0 when nobody did. */
  public long owner(Chat.Shared chat) {
    return all(chat).stream()
        .filter(member -> member.status() == Membership.Status.CREATOR)
        .mapToLong(Membership::who)
        .findFirst()
        .orElse(0);
  }

  /**
   * That a bot may see the chat: a private one only from inside. The words are the Bot API server's
   * (Client.cpp, check_chat_access).
   *
   * @throws Refusal 403
   */
  public void requireMayRead(long bot, Chat.Shared chat) {
    boolean isPublic =
        world.people().community(chat.id()).filter(c -> !c.username().isEmpty()).isPresent();
    require(bot, chat, !isPublic);
  }

  /**
   * That a bot is in the chat.
   *
   * @throws Refusal 403
   */
  public void requireIn(long bot, Chat.Shared chat) {
    require(bot, chat, true);
  }

  /**
   * That a bot may write there; in a channel that is a right of its own (TDLib, DialogManager.cpp).
   *
   * @throws Refusal 400 or 403
   */
  void requireMayWrite(long bot, Chat.Shared chat) {
    requireIn(bot, chat);
    switch (chat) {
      case Chat.Channel c -> {
        if (!of(chat, bot).may(Right.CAN_POST_MESSAGES)) {
          throw Refusal.badRequest("need administrator rights in the channel chat");
        }
      }
      case Chat.Group g -> {}
    }
  }

  private void require(long bot, Chat.Shared chat, boolean inside) {
    var status = of(chat, bot).status();
    var kind =
        switch (chat) {
          case Chat.Channel c -> "channel";
          case Chat.Group g -> "supergroup";
        };
    if (status == Membership.Status.KICKED) {
      throw Refusal.forbidden("bot was kicked from the " + kind + " chat");
    }
    if (inside && !status.isIn()) {
      throw Refusal.forbidden("bot is not a member of the " + kind + " chat");
    }
  }
}
