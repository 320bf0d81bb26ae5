package dev.startill.sandbox;

import dev.startill.sandbox.world.Grounds;
import dev.startill.sandbox.world.Knob;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes docs/reference/sandbox-fidelity.md from the rules, the knobs, the errors, the methods. */
final class FidelityPage {
  private static final String HEAD =
      """
      # What the sandbox does as Telegram does

      A test writes this page from the code and fails when it is not so any more. *Grounds* say how a
      thing is known: **documented** by Telegram, **read in source** of tdlib/telegram-bot-api or
      tdlib/td, **measured** by somebody on the live API: these three are sure. **Assumed** is what
      nobody has told: it is the likeliest, and where it matters a knob turns it. **The sandbox's
      own** is what Telegram does not have. If you know better, [tell us](../../CONTRIBUTING.md).

      """;

  private FidelityPage() {}

  static String text() {
    return HEAD + figures() + rules() + knobs() + errors() + methods();
  }

  private static String figures() {
    var proofs = FidelityTest.proofs();
    var sure = Arrays.stream(Item.values()).filter(item -> item.grounds().sure()).toList();
    long proved = sure.stream().filter(item -> proofs.containsKey(item.number())).count();
    var rows = ErrorRow.all();
    long excused = rows.stream().filter(ErrorRow::isExcused).count();
    return """
    | | covered | of |
    | --- | --- | --- |
    | rules | %d | %d |
    | of these, sure ones | %d | %d |
    | errors that a call can provoke, word for word | %d | %d |

    """
        .formatted(
            proofs.size(),
            Item.values().length,
            proved,
            sure.size(),
            ErrorRowsTest.tested().size(),
            rows.size() - excused);
  }

  private static String rules() {
    var text = new StringBuilder("## Rules\n");
    var proofs = FidelityTest.proofs();
    for (var section : Item.Section.values()) {
      text.append("\n### ").append(title(section.name())).append("\n\n");
      text.append("| # | rule | grounds | source | tests |\n| --- | --- | --- | --- | --- |\n");
      for (var item : Item.values()) {
        if (item.section() == section) {
          var tests = proofs.getOrDefault(item.number(), List.of());
          text.append(
              row(
                  Integer.toString(item.number()),
                  item.rule(),
                  item.grounds().words(),
                  item.source(),
                  Integer.toString(tests.size())));
        }
      }
    }
    return text.append('\n').toString();
  }

  private static String knobs() {
    var text =
        new StringBuilder(
            """
            ## Knobs

            `Sandbox.builder().knobs(Knobs.TELEGRAM.with(…))` in Java; in any language
            `GET /sandbox/knobs` shows them and `POST /sandbox/knobs` with `{"name": value}` turns
            them, from then on and for everybody; `null` turns one back. `DELETE /sandbox` and a
            restart bring back those that the sandbox was started with.

            | knob | default | meaning | grounds | source |
            | --- | --- | --- | --- | --- |
            """);
    for (var knob : Knob.values()) {
      text.append(
          row(
              "`" + knob.word() + "`",
              "`" + Knob.written(knob.byDefault()) + "` (" + knob.takes() + ")",
              knob.meaning(),
              knob.grounds().words(),
              knob.source()));
    }
    return text.append('\n').toString();
  }

  private static String errors() {
    var text =
        new StringBuilder(
            """
            ## Errors

            | methods | when | status | description | grounds | source |
            | --- | --- | --- | --- | --- | --- |
            """);
    var excuses = new StringBuilder("\nNot to be provoked by a call:\n\n");
    for (var row : ErrorRow.all()) {
      var words = row.texts().stream().map(it -> "`" + it + "`").collect(Collectors.joining(", "));
      if (row.isExcused()) {
        excuses.append("* ").append(words).append(", ").append(row.when()).append(". ");
        excuses.append(row.excused()).append('\n');
      } else {
        var grounds = Grounds.valueOf(row.grounds().toUpperCase(Locale.ROOT)).words();
        var names = String.join(", ", row.methods()).replace("*", "all");
        var status = Integer.toString(row.status());
        text.append(row(names, row.when(), status, words, grounds, row.source()));
      }
    }
    return text.append(excuses).append('\n').toString();
  }

  private static String methods() {
    var emulated = new TreeMap<Boolean, List<String>>();
    try (var sandbox = Sandbox.start()) {
      int number = 1000;
      for (var method : BotApiSchema.methods().stream().sorted().toList()) {
        var bot = new Client(sandbox.url(), number++ + ":page");
        boolean has = bot.call(method, "{}").status() != 501;
        emulated.computeIfAbsent(has, key -> new ArrayList<>()).add("`" + method + "`");
      }
    }
    var has = emulated.getOrDefault(true, List.of());
    var not = emulated.getOrDefault(false, List.of());
    return """
    ## Methods

    Of the %d methods of Bot API 10.3 the sandbox emulates %d: a call's effect is visible in the chat,
    in a getter or in a download. The others answer 501 and say so, and stand in the journal of calls.

    Emulated: %s.

    Not emulated: %s.
    """
        .formatted(
            has.size() + not.size(), has.size(), String.join(", ", has), String.join(", ", not));
  }

  private static String row(String... cells) {
    return Arrays.stream(cells)
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String title(String name) {
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }
}
