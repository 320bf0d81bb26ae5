package dev.startill.sandbox.wire;

import dev.startill.sandbox.world.Chat;
import dev.startill.sandbox.world.Invitation;
import dev.startill.sandbox.world.MemberChange;
import dev.startill.sandbox.world.Membership;
import dev.startill.sandbox.world.People;
import dev.startill.sandbox.world.Right;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/**
 * Members and invite links as the Bot API shows them (Client.cpp: JsonChatMember,
 * JsonChatInviteLink, JsonChatMemberUpdated).
 */
public final class MemberShapes {
  private final Shapes shapes;

  /** Shapes that look names up among these people; to be used where they may be read. */
  public MemberShapes(People people) {
    this.shapes = new Shapes(people);
  }

  /** A ChatMember object. */
  public ObjectNode member(Chat chat, Membership member) {
    var json = Json.object();
    json.set("user", shapes.anybody(member.who()));
    json.put("status", member.status().name().toLowerCase(Locale.ROOT));
    switch (member.status()) {
      case CREATOR -> json.put("is_anonymous", false);
      case ADMINISTRATOR -> putRights(json, chat, member);
      case MEMBER -> {
        if (member.until() > 0) {
          json.put("until_date", member.until());
        }
      }
      case LEFT -> {}
      case KICKED -> json.put("until_date", member.until());
    }
    return json;
  }

  private static void putRights(ObjectNode json, Chat chat, Membership member) {
    json.put("can_be_edited", false);
    switch (chat) {
      case Chat.Private p -> {}
      case Chat.Shared shared -> {
        for (var right : Right.values()) {
          if (right.exists(shared)) {
            json.put(right.field(), member.may(right));
          }
        }
      }
    }
    json.put("is_anonymous", false);
  }

  /** A ChatInviteLink object. */
  public ObjectNode link(Invitation link) {
    var json = Json.object().put("invite_link", link.url());
    if (!link.limits().name().isEmpty()) {
      json.put("name", link.limits().name());
    }
    json.set("creator", shapes.anybody(link.creator()));
    if (link.limits().expires() != 0) {
      json.put("expire_date", link.limits().expires());
    }
    if (link.limits().members() != 0) {
      json.put("member_limit", link.limits().members());
    }
    if (!link.price().isFree()) {
      json.put("subscription_period", link.price().period());
      json.put("subscription_price", link.price().stars());
    }
    return json.put("creates_join_request", link.limits().byRequest())
        .put("is_primary", link.primary())
        .put("is_revoked", link.revoked());
  }

  /** A ChatMemberUpdated object. */
  public ObjectNode change(MemberChange change) {
    var json = Json.object();
    json.set("chat", shapes.chat(change.chat()));
    json.set("from", shapes.anybody(change.by()));
    json.put("date", change.date());
    json.set("old_chat_member", member(change.chat(), change.before()));
    json.set("new_chat_member", member(change.chat(), change.after()));
    change.link().ifPresent(link -> json.set("invite_link", link(link)));
    return json;
  }
}
