package dev.startill.sandbox.botapi;

import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.world.Refusal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;

/**
 * Text written in a parse mode, taken apart into plain text and entities
 * (core.telegram.org/bots/api#formatting-options). A first cut: the common entities and the common
 * mistakes of each mode; offsets count UTF-16 units.
 */
final class Markup {
  private record Open(String tag, String type, int offset, String url) {}

  private static final Map<String, String> TAGS = tags();
  private static final List<String> MARKS = List.of("```", "`", "*", "_");
  private static final List<String> MARKS_V2 = List.of("```", "`", "||", "__", "*", "_", "~");
  private static final Pattern HREF =
      Pattern.compile("href\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>]+))");

  private final String source;
  private final StringBuilder text = new StringBuilder();
  private final ArrayNode entities = Json.array();
  private final Deque<Open> open = new ArrayDeque<>();
  private int at;

  private Markup(String source) {
    this.source = source;
  }

  /** Reads a text in {@code html}, {@code markdown} or {@code markdownv2}. */
  static FormattedText parse(String source, String mode) {
    var markup = new Markup(source);
    if (mode.equals("html")) {
      markup.html();
    } else {
      markup.markdown(mode.equals("markdownv2"));
    }
    var entities = markup.entities.isEmpty() ? "" : Json.text(markup.entities);
    return new FormattedText(markup.text.toString(), entities);
  }

  private void html() {
    while (at < source.length()) {
      char c = source.charAt(at);
      if (c == '<') {
        tag();
      } else if (c == '&') {
        at += Html.entity(source, at, text);
      } else {
        text.append(c);
        at++;
      }
    }
    if (!open.isEmpty()) {
      throw cannot("Can't find end tag corresponding to start tag \"" + open.peek().tag() + "\"");
    }
  }

  private void tag() {
    int end = source.indexOf('>', at);
    if (end < 0) {
      throw cannot("Unclosed start tag at byte offset " + at);
    }
    var inside = source.substring(at + 1, end).strip();
    var name = inside.replaceFirst("^/", "").split("[\\s/]", 2)[0].toLowerCase(Locale.ROOT);
    if (inside.startsWith("/")) {
      if (open.isEmpty() || !open.peek().tag().equals(name)) {
        throw cannot("Unexpected end tag at byte offset " + at);
      }
      close(open.pop());
    } else {
      if (!TAGS.containsKey(name)) {
        throw cannot("Unsupported start tag \"" + name + "\" at byte offset " + at);
      }
      var href = HREF.matcher(inside);
      open.push(new Open(name, TAGS.get(name), text.length(), href.find() ? group(href) : ""));
    }
    at = end + 1;
  }

  private static String group(Matcher href) {
    for (int i = 1; i <= 3; i++) {
      if (href.group(i) != null) {
        return href.group(i);
      }
    }
    return "";
  }

  private void markdown(boolean second) {
    while (at < source.length()) {
      char c = source.charAt(at);
      if (c == '\\' && at + 1 < source.length()) {
        text.append(source.charAt(at + 1));
        at += 2;
      } else if (c == '[') {
        open.push(new Open("[", "text_link", text.length(), ""));
        at++;
      } else if (c == ']' && !open.isEmpty() && open.peek().tag().equals("[")) {
        link();
      } else {
        plainOrMark(mark(second));
      }
    }
    if (!open.isEmpty()) {
      throw cannot("Can't find end of the entity starting at byte offset " + open.peek().offset());
    }
  }

  private void link() {
    int end = source.startsWith("](", at) ? source.indexOf(')', at) : -1;
    var opened = open.pop();
    if (end < 0) {
      at++;
      return;
    }
    close(new Open("[", "text_link", opened.offset(), source.substring(at + 2, end)));
    at = end + 1;
  }

  private void plainOrMark(String mark) {
    if (mark.isEmpty()) {
      text.append(source.charAt(at));
      at++;
      return;
    }
    at += mark.length();
    if (!open.isEmpty() && open.peek().tag().equals(mark)) {
      close(open.pop());
    } else {
      open.push(new Open(mark, TAGS.getOrDefault(mark, "bold"), text.length(), ""));
    }
  }

  /** The mark that stands here, the longest first; inside code nothing but its end is one. */
  private String mark(boolean second) {
    boolean code = !open.isEmpty() && open.peek().tag().startsWith("`");
    for (var mark : second ? MARKS_V2 : MARKS) {
      if (source.startsWith(mark, at) && (!code || open.peek().tag().equals(mark))) {
        return mark;
      }
    }
    return "";
  }

  private void close(Open ended) {
    int length = text.length() - ended.offset();
    if (length == 0) {
      return;
    }
    var entity = entities.addObject().put("offset", ended.offset()).put("length", length);
    entity.put("type", ended.type());
    if (ended.type().equals("text_link")) {
      entity.put("url", ended.url());
    }
  }

  private static Refusal cannot(String why) {
    return Refusal.badRequest("can't parse entities: " + why);
  }

  private static Map<String, String> tags() {
    var tags = new HashMap<String, String>();
    for (var line :
        """
        b bold
        strong bold
        i italic
        em italic
        u underline
        ins underline
        s strikethrough
        strike strikethrough
        del strikethrough
        code code
        pre pre
        a text_link
        tg-spoiler spoiler
        span spoiler
        blockquote blockquote
        tg-emoji custom_emoji
        * bold
        _ italic
        __ underline
        ~ strikethrough
        || spoiler
        ` code
        ``` pre
        """
            .lines()
            .toList()) {
      var pair = line.split(" ", 2);
      tags.put(pair[0], pair[1]);
    }
    return tags;
  }
}
