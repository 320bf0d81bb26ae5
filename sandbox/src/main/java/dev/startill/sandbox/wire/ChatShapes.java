package dev.startill.sandbox.wire;

import dev.startill.sandbox.world.Chat;
import dev.startill.sandbox.world.User;
import dev.startill.sandbox.world.World;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * A chat with all that getChat tells of it (Client.cpp, JsonChat). Numbers that Telegram draws or
 * sets itself (colours, the count of reactions) are fixed ones here.
 */
public final class ChatShapes {
  private static final int MAX_REACTION_COUNT = 11;
  private static final int ACCENT_COLORS = 7;

  /** What a member of a group may do unless told otherwise: all but what is an administrator's. */
  private static final List<String> PERMITTED =
      List.of(
          "can_send_messages",
          "can_send_audios",
          "can_send_documents",
          "can_send_photos",
          "can_send_videos",
          "can_send_video_notes",
          "can_send_voice_notes",
          "can_send_polls",
          "can_send_other_messages",
          "can_add_web_page_previews",
          "can_react_to_messages",
          "can_edit_tag",
          "can_change_info",
          "can_invite_users",
          "can_pin_messages",
          "can_manage_topics");

  private final World world;

  /** Shapes of this World; to be used where it may be read. */
  public ChatShapes(World world) {
    this.world = world;
  }

  /** A ChatFullInfo object, as this bot sees it. */
  public ObjectNode full(long bot, Chat chat) {
    var json = new Shapes(world.people()).chat(chat);
    switch (chat) {
      case Chat.Private p -> {
        world.people().user(p.user()).map(User::username).ifPresent(name -> putName(json, name));
        putGifts(json);
      }
      case Chat.Channel channel -> {
        putShared(json, bot, channel);
        json.put("can_send_paid_media", true);
        putGifts(json);
      }
      case Chat.Group group -> {
        putShared(json, bot, group);
        json.put("has_visible_history", true);
        var permissions = json.putObject("permissions");
        PERMITTED.forEach(permission -> permissions.put(permission, true));
        json.set("accepted_gift_types", gifts(false));
      }
    }
    return json.put("max_reaction_count", MAX_REACTION_COUNT)
        .put("accent_color_id", Math.floorMod(chat.id(), ACCENT_COLORS));
  }

  private void putShared(ObjectNode json, long bot, Chat.Shared chat) {
    putName(json, json.path("username").asString(""));
    world.invitations().primary(chat, bot).ifPresent(link -> json.put("invite_link", link.url()));
  }

  private static void putName(ObjectNode json, String name) {
    if (!name.isEmpty()) {
      json.putArray("active_usernames").add(name);
    }
  }

  private static void putGifts(ObjectNode json) {
    json.set("accepted_gift_types", gifts(true));
  }

  private static ObjectNode gifts(boolean accepted) {
    return Json.object()
        .put("unlimited_gifts", accepted)
        .put("limited_gifts", accepted)
        .put("unique_gifts", accepted)
        .put("premium_subscription", accepted)
        .put("gifts_from_channels", accepted);
  }
}
