package dev.startill.server.tools;

import dev.startill.Desk;
import dev.startill.payment.MessageId;
import dev.startill.port.Books.DeadLetter;
import dev.startill.server.cli.Options.UsageException;
import dev.startill.server.words.Age;
import dev.startill.server.words.LetterWords;
import dev.startill.server.words.Wording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** {@code outbox}: shows the messages that were given up, and sends them again. */
final class Letters {
  static final Tool TOOL = new Tool("outbox", Set.of(), Set.of("--all"), 2, Letters::run);

  private static final int SHOWN = 200;

  private Letters() {}

  private static int run(Call call) {
    var words = call.options().words();
    var verb = words.isEmpty() ? "list" : words.getFirst();
    return switch (verb) {
      case "list" -> list(call);
      case "replay" -> replay(call);
      default ->
          throw new UsageException(
              "'%s' cannot be done with the outbox; list and replay can.".formatted(verb));
    };
  }

  private static int list(Call call) {
    call.options().most(1);
    try (var office = Office.open(call.config())) {
      var letters = office.books().deadLetters(SHOWN + 1);
      var shown = letters.subList(0, Math.min(SHOWN, letters.size()));
      var waiting = office.books().waitingMessages();
      call.answer(
          words(shown, waiting, office.clock().instant()),
          Map.of(
              "waiting",
              waiting,
              "dead",
              shown.stream().map(Letters::forMachine).toList(),
              "more",
              letters.size() > SHOWN));
      return Tool.DONE;
    }
  }

  private static String words(List<DeadLetter> letters, long waiting, Instant now) {
    var lines = new ArrayList<String>();
    lines.add(Wording.waiting(waiting));
    if (letters.isEmpty()) {
      lines.add("None was given up.");
      return String.join("\n", lines);
    }
    lines.add("Given up, the oldest first:");
    for (var letter : letters) {
      lines.add("");
      lines.add("%s  %s".formatted(letter.id(), LetterWords.what(letter.message())));
      lines.add(
          "    %s ago, after %s; buyer %s%s"
              .formatted(
                  Age.between(letter.died(), now),
                  Wording.counted(letter.attempts(), "attempt"),
                  LetterWords.buyer(letter.message()),
                  letter.message().order().map(order -> ", order " + order).orElse("")));
      lines.add("    " + letter.because());
    }
    lines.add("");
    lines.add("Send again: ./startill outbox replay ID, or --all");
    return String.join("\n", lines);
  }

  private static int replay(Call call) {
    var all = call.options().has("--all");
    if (all) {
      call.options().most(1);
    }
    try (var office = Office.open(call.config())) {
      return all
          ? replayAll(call, office)
          : replay(call, call.options().word(1, "the message's ID", MessageId::new), office);
    }
  }

  private static int replay(Call call, MessageId id, Office office) {
    var answer = office.startill().desk().replay(id);
    office.sendDue();
    var words = words(answer, id);
    call.answer(
        words,
        Map.of(
            "message", id.value(),
            "outcome", answer.name().toLowerCase(Locale.ROOT).replace('_', '-'),
            "words", words));
    return answer == Desk.Answer.DONE ? Tool.DONE : Tool.REFUSED;
  }

  private static int replayAll(Call call, Office office) {
    var result = replayed(call, office);
    office.sendDue();
    call.answer(result.words(), Map.of("replayed", result.sent(), "refused", result.refused()));
    return result.refused() == 0 ? Tool.DONE : Tool.REFUSED;
  }

  private static Replay.Result replayed(Call call, Office office) {
    try (var progress = call.progress("Sending again", "messages")) {
      return Replay.all(office.books(), office.startill().desk(), progress::at);
    }
  }

  private static String words(Desk.Answer answer, MessageId id) {
    return switch (answer) {
      case DONE -> "It leaves once more.";
      case UNKNOWN -> "No message %s was given up.".formatted(id);
      case CLOSED_BEFORE, NOT_HERE, MOVED_ON, NOT_COMPARED ->
          "What it is about has moved on, so it was not sent again.";
    };
  }

  private static Map<String, Object> forMachine(DeadLetter letter) {
    var map = new LinkedHashMap<String, Object>();
    map.put("id", letter.id().value());
    map.put("kind", LetterWords.kind(letter.message()));
    map.put("buyer", LetterWords.buyer(letter.message()));
    letter.message().order().ifPresent(order -> map.put("order", order.value()));
    map.put("attempts", letter.attempts());
    map.put("because", letter.because());
    map.put("since", letter.since().toString());
    map.put("died", letter.died().toString());
    return map;
  }
}
