package dev.startill.sandbox.world;

import java.util.Locale;

/**
 * What an administrator may do: the fields of ChatAdministratorRights, in the order in which the
 * Bot API server writes them (Client.cpp, json_store_administrator_rights); the last is newer than
 * that source and stands in core.telegram.org/bots/api#chatadministratorrights.
 */
public enum Right {
  CAN_MANAGE_CHAT(true, true),
  CAN_CHANGE_INFO(true, true),
  CAN_POST_MESSAGES(true, false),
  CAN_EDIT_MESSAGES(true, false),
  CAN_DELETE_MESSAGES(true, true),
  CAN_INVITE_USERS(true, true),
  CAN_RESTRICT_MEMBERS(true, true),
  CAN_PIN_MESSAGES(false, true),
  CAN_MANAGE_TOPICS(false, true),
  CAN_PROMOTE_MEMBERS(true, true),
  CAN_MANAGE_VIDEO_CHATS(true, true),
  CAN_POST_STORIES(true, true),
  CAN_EDIT_STORIES(true, true),
  CAN_DELETE_STORIES(true, true),
  CAN_MANAGE_DIRECT_MESSAGES(true, false),
  CAN_MANAGE_TAGS(false, true),
  CAN_SEND_WELCOME_MESSAGES(true, true);

  private final boolean inChannels;
  private final boolean inGroups;

  Right(boolean inChannels, boolean inGroups) {
    this.inChannels = inChannels;
    this.inGroups = inGroups;
  }

  /** Its field in the Bot API. */
  public String field() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether there is such a right in a chat of this kind. */
  public boolean exists(Chat.Shared chat) {
    return exists(chat instanceof Chat.Channel);
  }

  /** Whether there is such a right in channels, or else in groups. */
  public boolean exists(boolean channels) {
    return channels ? inChannels : inGroups;
  }
}
