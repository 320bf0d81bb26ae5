package dev.startill.sandbox.control;

import dev.startill.sandbox.live.LiveWorld;
import dev.startill.sandbox.wire.Answer;
import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.wire.Seen;
import dev.startill.sandbox.world.InlineMode;
import dev.startill.sandbox.world.Refusal;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * A user asks a bot from some chat's text field and chooses one of its answers: {@code …/inline}
 * and {@code …/inline/{id}/choose}.
 */
final class InlineTalk {
  private static final int PATIENCE_SECONDS = 15;
  private static final Pattern NUMBER = Pattern.compile("\\d{1,19}");

  private final LiveWorld live;
  private final Waiting waiting;

  InlineTalk(LiveWorld live, Waiting waiting) {
    this.live = live;
    this.waiting = waiting;
  }

  Answer answer(Request request, long user) {
    var path = request.path();
    if (path.size() == 3) {
      return ask(request, user);
    }
    if (path.size() == 5 && path.get(4).equals("choose") && NUMBER.matcher(path.get(3)).matches()) {
      return choose(request, user, Long.parseLong(path.get(3)));
    }
    throw Control.noSuchCall(request);
  }

  private Answer ask(Request request, long user) {
    record Asked(InlineMode.Question question, CompletableFuture<Boolean> answer) {}
    var asked =
        live.with(
            world -> {
              var asker = Buyers.user(world, user);
              var bot = Bots.named(world, request);
              if (!world.profiles().flag(bot.id(), "supports_inline_queries")) {
                throw Refusal.of(
                    400,
                    "Bad Request: this bot takes no inline queries; POST /sandbox/bots with its"
                        + " token and \"supports_inline_queries\": true");
              }
              var question =
                  world
                      .inlineMode()
                      .ask(
                          asker.id(),
                          bot.id(),
                          request.textOr("query", ""),
                          request.textOr("offset", ""),
                          request.textOr("chat_type", "sender"));
              return new Asked(question, waiting.query(question.id()));
            });
    try {
      boolean came = wait(asked.answer());
      var json = Json.object().put("inline_query_id", Long.toString(asked.question().id()));
      return Answer.json(200, came ? answered(json, asked.question()) : json);
    } finally {
      waiting.forgetQuery(asked.question().id());
    }
  }

  private ObjectNode answered(ObjectNode json, InlineMode.Question question) {
    var results = json.putArray("results");
    live.look(world -> world.inlineMode().answerTo(question.user(), question.id()))
        .ifPresent(
            answer -> {
              answer
                  .results()
                  .forEach(result -> Json.read(result.listed()).ifPresent(results::add));
              json.put("next_offset", answer.nextOffset());
              Json.read(answer.button()).ifPresent(button -> json.set("button", button));
            });
    return json;
  }

  private Answer choose(Request request, long user, long query) {
    var result = request.text("result_id");
    return Answer.json(
        200,
        live.with(
            world -> {
              var chooser = Buyers.user(world, user);
              var to = Places.writable(world, request, chooser);
              return new Seen(world, user)
                  .message(world.inlineMode().choose(chooser.id(), query, result, to));
            }));
  }

  private static boolean wait(CompletableFuture<Boolean> answer) {
    try {
      return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
