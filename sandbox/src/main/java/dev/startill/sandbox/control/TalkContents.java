package dev.startill.sandbox.control;

import dev.startill.sandbox.control.Contents.Line;
import java.util.List;

/** The lines of the table of contents that are about conversations: see {@link Talk}. */
final class TalkContents {
  private static final String WRITTEN =
      "`bot`, one of `text`, `photo`, `document` or another kind of file (base64 or an address),"
          + " `contact` (an object, or `true` for one's own), `location`; `caption`?,"
          + " `file_name`?, `mime_type`?, `reply_to`?";
  private static final String WHERE =
      "`to`: `{\"bot\"}`, `{\"chat\"}` or `{\"user\"}`, which is that buyer's chat with the bot";

  private TalkContents() {}

  static List<Line> all() {
    return List.of(
        post("messages", WRITTEN, "the Message; it opens the chat and ends a block", ""),
        new Line(
            "PATCH",
            "users/{user}/messages/{message}",
            "`bot`, `text` or `caption`",
            "the edited Message; the bot gets `edited_message`",
            "404: no such message"),
        post(
            "forwards",
            "`bot` or `chat`, `message_id`, " + WHERE,
            "the forwarded Message",
            "404: no such message or chat"),
        post(
            "privacy",
            "`hide_forwards`?",
            "whether forwards of the buyer's messages name them no more",
            ""),
        post(
            "inline",
            "`bot`, `query`?, `offset`?, `chat_type`?",
            "`{\"inline_query_id\",\"results\"?,\"next_offset\"?,\"button\"?}`: waits 15 s for the"
                + " bot's answer",
            ""),
        post(
            "inline/{query}/choose",
            "`result_id`, `bot`?, " + WHERE,
            "the Message that is posted via the bot",
            "404: no such answer"),
        read("keyboard", "the reply keyboard below the text field, `{}` if there is none"),
        read("commands", "the commands of the menu, for this chat and the buyer's language"),
        read("typing", "`{\"bot\",\"action\"}` while a bot is seen doing something, else `{}`"),
        read("pinned", "the pinned Messages, the last pinned first"),
        read(
            "about", "`{\"name\",\"description\",\"short_description\"}` in the buyer's language"));
  }

  private static Line post(String path, String sends, String answers, String errors) {
    return new Line("POST", "users/{user}/" + path, sends, answers, errors);
  }

  private static Line read(String path, String answers) {
    return new Line("GET", "users/{user}/" + path, "`bot` or `chat`", answers, "");
  }
}
