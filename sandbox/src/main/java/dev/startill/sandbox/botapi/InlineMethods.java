package dev.startill.sandbox.botapi;

import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.world.InlineMode;
import dev.startill.sandbox.world.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Answers to inline queries. What can be read stands in Client.cpp; the names of the checks after
 * it at core.telegram.org/method/messages.setInlineBotResults.
 */
final class InlineMethods {
  private static final int MOST = 50;
  private static final int LONGEST_ID = 64;

  private InlineMethods() {}

  static void addTo(Map<String, Method> table) {
    table.put("answerinlinequery", InlineMethods::answer);
  }

  private static Reply answer(Call call) {
    var button = button(call);
    var results = results(call);
    long id = Queries.id(call.text("inline_query_id"));
    var nextOffset = call.wholeText("next_offset");
    if (nextOffset.getBytes(StandardCharsets.UTF_8).length > LONGEST_ID) {
      throw Refusal.badRequest("NEXT_OFFSET_INVALID");
    }
    checkIds(results);
    call.world()
        .run(
            world -> {
              var made = results.stream().map(result -> result.in(world)).toList();
              var answer = new InlineMode.Answer(made, nextOffset, button);
              world.inlineMode().answer(call.bot().id(), id, answer);
            });
    return Reply.done();
  }

  private static List<InlineResult> results(Call call) {
    var text = call.text("results");
    if (text.isEmpty()) {
      return List.of();
    }
    var list =
        Json.read(text)
            .orElseThrow(() -> Refusal.badRequest("can't parse JSON encoded inline query results"));
    if (list.isNull()) {
      return List.of();
    }
    if (!list.isArray()) {
      throw Refusal.badRequest("expected an Array of inline query results");
    }
    if (list.size() > MOST) {
      throw Refusal.badRequest("too many inline query results specified");
    }
    return list.valueStream()
        .map(json -> Unreadable.naming("inline query result", () -> InlineResult.read(call, json)))
        .toList();
  }

  private static void checkIds(List<InlineResult> results) {
    var seen = new HashSet<String>();
    for (var result : results) {
      int length = result.id().getBytes(StandardCharsets.UTF_8).length;
      if (length == 0 || length > LONGEST_ID) {
        throw Refusal.badRequest("RESULT_ID_INVALID");
      }
      if (!seen.add(result.id())) {
        throw Refusal.badRequest("RESULT_ID_DUPLICATE");
      }
    }
  }

  private static String button(Call call) {
    var text = call.wholeText("button");
    if (text.isEmpty()) {
      return "";
    }
    var json =
        Json.read(text)
            .orElseThrow(
                () -> Refusal.badRequest("can't parse inline query results button JSON object"));
    return Unreadable.naming(
        "inline query results button",
        () -> {
          if (!json.isObject()) {
            throw new Unreadable("InlineQueryResultsButton must be an Object");
          }
          var fields = new Fields(json);
          var read = Json.object().put("text", fields.required("text"));
          if (fields.has("start_parameter")) {
            read.put("start_parameter", fields.required("start_parameter"));
          } else if (fields.has("web_app")) {
            read.putObject("web_app").put("url", fields.requiredObject("web_app").required("url"));
          } else {
            throw new Unreadable("InlineQueryResultsButton must have exactly one optional field");
          }
          return Json.text(read);
        });
  }
}
