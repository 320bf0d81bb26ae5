package dev.startill.sandbox.world;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What bots say about themselves: commands by scope and language, names and descriptions by
 * language, rights they ask for, and the flags that BotFather would set.
 */
public final class Profiles {
  /** What a line of a profile is about. */
  public enum Field {
    COMMANDS,
    NAME,
    DESCRIPTION,
    SHORT_DESCRIPTION,
    RIGHTS,
    FLAG
  }

  /**
   * One thing that a bot says. The scope is empty where there is none, the language where it is for
   * all others; texts that are objects or arrays are JSON text.
   */
  public record Line(long bot, Field field, String scope, String language, String text) {}

  private record Place(long bot, Field field, String scope, String language) {}

  private final World world;
  private final Map<Place, String> lines = new LinkedHashMap<>();

  Profiles(World world) {
    this.world = world;
  }

  /** Says something; an empty text takes it back. */
  public void put(Line line) {
    restore(line);
    world.people().bot(line.bot()).ifPresent(bot -> world.tell(new Happening.BotCame(bot)));
  }

  /** What was said for exactly this scope and language. */
  public Optional<String> exactly(long bot, Field field, String scope, String language) {
    return Optional.ofNullable(lines.get(new Place(bot, field, scope, language)));
  }

  /** What was said for this language, or else for all. */
  public String text(long bot, Field field, String language) {
    return exactly(bot, field, "", language).or(() -> exactly(bot, field, "", "")).orElse("");
  }

  /** Whether a flag of getMe is set. */
  public boolean flag(long bot, String name) {
    return exactly(bot, Field.FLAG, name, "").isPresent();
  }

  /**
   * The commands that are shown: of the first scope that has some, in the language before in any
   * (core.telegram.org/bots/api#determining-list-of-commands).
   *
   * @param scopes the narrowest first
   */
  public String commands(long bot, List<String> scopes, String language) {
    for (var scope : scopes) {
      var found =
          exactly(bot, Field.COMMANDS, scope, language)
              .or(() -> exactly(bot, Field.COMMANDS, scope, ""));
      if (found.isPresent()) {
        return found.get();
      }
    }
    return "[]";
  }

  /** The scopes in which somebody sees commands in a chat, the narrowest first. */
  public List<String> scopes(Chat chat, long user) {
    return switch (chat) {
      case Chat.Private p -> List.of("chat " + p.user(), "all_private_chats", "default");
      case Chat.Channel c -> List.of();
      case Chat.Group g -> {
        var member = "chat_member " + g.id() + " " + user;
        yield world.memberships().of(g, user).status().runsIt()
            ? List.of(
                member,
                "chat_administrators " + g.id(),
                "chat " + g.id(),
                "all_chat_administrators",
                "all_group_chats",
                "default")
            : List.of(member, "chat " + g.id(), "all_group_chats", "default");
      }
    };
  }

  List<Line> all() {
    return lines.entrySet().stream()
        .map(
            entry -> {
              var place = entry.getKey();
              return new Line(
                  place.bot(), place.field(), place.scope(), place.language(), entry.getValue());
            })
        .toList();
  }

  void restore(Line line) {
    var place = new Place(line.bot(), line.field(), line.scope(), line.language());
    if (line.text().isEmpty()) {
      lines.remove(place);
    } else {
      lines.put(place, line.text());
    }
  }
}
