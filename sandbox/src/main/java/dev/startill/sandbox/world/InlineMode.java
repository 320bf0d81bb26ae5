package dev.startill.sandbox.world;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Questions to bots from any chat's text field, and the answers that are chosen there. */
public final class InlineMode {
  private static final int REMEMBERED = 10_000;

  /** What a user asked a bot; the chat type is the Bot API's word, empty for none. */
  public record Question(
      long id, long bot, long user, String query, String offset, String chatType, Instant at) {}

  /**
   * One of a bot's answers: as it is listed (JSON text), and what is posted when it is chosen. The
   * text of the message is content with its buttons as JSON text.
   */
  public record Result(String id, String listed, Content content, String replyMarkup) {}

  /** All answers to a question, and how the list goes on. */
  public record Answer(List<Result> results, String nextOffset, String button) {
    /** Copied. */
    public Answer {
      results = List.copyOf(results);
    }
  }

  private final World world;
  private final Map<Long, Question> open = new LinkedHashMap<>();
  private final Map<Long, Question> answered = new LinkedHashMap<>();
  private final Map<Long, Answer> answers = new LinkedHashMap<>();

  InlineMode(World world) {
    this.world = world;
  }

  /** A user asks; the bot hears of it, and its answer is a happening. */
  public Question ask(long user, long bot, String query, String offset, String chatType) {
    var question =
        new Question(world.ids().query(), bot, user, query, offset, chatType, world.now());
    bounded(open).put(question.id(), question);
    world.mail().put(bot, new Update.InlineAsked(question), world.knobs().queryRetention());
    return question;
  }

  /**
   * The bot answers, once and in time. How long it has is assumed: as long as the question waits
   * for it.
   *
   * @throws Refusal when the question is unknown, answered or too old
   */
  public void answer(long bot, long id, Answer answer) {
    var question = open.get(id);
    if (question == null || question.bot() != bot) {
      throw Refusal.staleQuery();
    }
    open.remove(id);
    if (world.now().isAfter(question.at().plus(world.knobs().queryRetention()))) {
      throw Refusal.staleQuery();
    }
    bounded(answered).put(id, question);
    bounded(answers).put(id, answer);
    world.tell(new Happening.InlineAnswered(id));
  }

  /** What was answered to a question of this user. */
  public Optional<Answer> answerTo(long user, long id) {
    var question = answered.get(id);
    return question == null || question.user() != user
        ? Optional.empty()
        : Optional.ofNullable(answers.get(id));
  }

  /**
   * The user picks an answer: it is posted there, by them and through the bot, which hears of it if
   * it wants feedback (core.telegram.org/bots/inline#collecting-feedback).
   *
   * @throws Refusal 404 when there is no such answer
   */
  public Message choose(long user, long id, String resultId, Chat to) {
    var question = answered.get(id);
    var result =
        answerTo(user, id).stream()
            .flatMap(answer -> answer.results().stream())
            .filter(found -> found.id().equals(resultId))
            .findFirst();
    if (question == null || result.isEmpty()) {
      throw Refusal.of(404, "Not Found: no such answer");
    }
    var chosen = result.get();
    var marks = Marks.NONE.via(question.bot());
    var message = world.chats().pass(user, to, chosen.content(), chosen.replyMarkup(), marks);
    if (world.profiles().flag(question.bot(), "inline_feedback")) {
      var inlineId = chosen.replyMarkup().isEmpty() ? "" : InlineIds.of(message);
      world
          .mail()
          .put(
              question.bot(),
              new Update.InlineChosen(question, resultId, inlineId),
              world.knobs().queryRetention());
    }
    return message;
  }

  private static <T> Map<Long, T> bounded(Map<Long, T> map) {
    if (map.size() >= REMEMBERED) {
      map.remove(map.keySet().iterator().next());
    }
    return map;
  }
}
