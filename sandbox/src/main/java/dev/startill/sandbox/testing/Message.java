package dev.startill.sandbox.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A message as its buyer sees it: a Bot API Message (core.telegram.org/bots/api#message), with the
 * fields that tests ask for most. {@code json} is all of it, to be read and not changed.
 */
public record Message(JsonNode json) {
  private static final Pattern INVOICE_LINK =
      Pattern.compile("https?://(?:t\\.me|telegram\\.me)/(?:\\$|invoice/)[A-Za-z0-9_-]+");

  /** Its number in this chat. */
  public long id() {
    return json.path("message_id").asLong();
  }

  /** Its words or, with a file, its caption; empty when it has neither. */
  public String text() {
    return json.path("text").asString(json.path("caption").asString(""));
  }

  /** Whether a bot wrote it. */
  public boolean isFromBot() {
    return json.path("from").path("is_bot").asBoolean(false);
  }

  /** Whether it is an invoice bubble. */
  public boolean isInvoice() {
    return json.has("invoice");
  }

  /** Whether it has this field, such as {@code document} or {@code refunded_payment}. */
  public boolean has(String field) {
    return json.has(field);
  }

  /** A value by its JSON pointer, such as {@code /document/file_name}; empty when there is none. */
  public String at(String pointer) {
    return json.at(pointer).asString("");
  }

  /** Its inline buttons, row by row. */
  public List<Button> buttons() {
    var buttons = new ArrayList<Button>();
    for (var row : json.path("reply_markup").path("inline_keyboard")) {
      row.forEach(button -> buttons.add(Button.of(button)));
    }
    return List.copyOf(buttons);
  }

  /**
   * The first invoice link in its words or buttons.
   *
   * @throws AssertionError when there is none
   */
  public String link() {
    var words = new StringBuilder(text());
    buttons().forEach(button -> words.append(' ').append(button.url()));
    var found = INVOICE_LINK.matcher(words);
    if (!found.find()) {
      throw new AssertionError("There is no invoice link in the message: " + this);
    }
    return found.group();
  }

  /** One line for a person who reads why a test failed. */
  @Override
  public String toString() {
    return Transcript.line(this);
  }
}
