package dev.startill.sandbox.control;

import java.util.List;
import java.util.Map;

/** The reference page of the control interface. */
final class ApiPage {
  private static final String HEAD =
      """
      # The sandbox's own interface

      Below `/sandbox`, on the port of the Bot API, JSON in and out, for any language: what buyers do, what
      time does, what goes wrong, what was called. `GET /sandbox` answers this list. The Bot API itself is
      core.telegram.org/bots/api, at `/bot<token>/<method>`.

      A `bot` is its number or its `@name`; `user` and `chat` are numbers. A body is one JSON object of at
      most 1 MiB. In a GET, fields stand in the query. `after` leaves out messages or calls up to that
      number. With `wait`, a list that is still empty is answered as soon as it is not, or after so
      many seconds of real time, sixty at most: no test need sleep.

      An error is `{"error": words}`: 400 for what cannot be understood, 404 for a user, bot, chat or
      call that is not there, 413 for a body that is too long. The table names only the others.
      """;

  private static final String FAULTS =
      """

      ## Faults

      `POST /sandbox/faults` makes something go wrong from now on, `times` times or until `DELETE`. Faults
      are tried oldest first; a call or an update meets one at most.

      | field | of a `method`, or `*` | of a `delivery`: a kind of update, or `*` |
      | --- | --- | --- |
      | target | a Bot API method | a field of Update, `successful_payment` or `refunded_payment` |
      | `action` | `error`, `hang`, `drop` | `drop`, `duplicate`, `reorder`: comes after the next one |
      | `when` | `before_effect` (default), `after_effect` | |
      | `error_code`, `description`, `retry_after` | what the bot hears; 500 by default | |
      | `times` | how often; always by default | the same |
      | `percent` | with which chance; 100 by default | the same |
      | `seed` | makes the same calls fail in each run | the same |

      `{"preset":"refund-bug-2025"}`, with `times` and `percent`, is the bug of January 2025: the refund of
      a subscription's charge takes effect, is told by no update, and answers `CHARGE_ALREADY_REFUNDED`.
      """;

  /** The sections, by the first piece of a call's path. */
  private static final Map<String, String> OTHERS =
      Map.of(
          "chats", "Channels and groups", "bots", "Bots", "clock", "Time, faults, rules, events");

  private ApiPage() {}

  static String text() {
    var page = new StringBuilder(HEAD);
    var section = "";
    for (var line : Contents.all()) {
      var now = sectionOf(line, section);
      if (!now.equals(section)) {
        section = now;
        page.append("\n## ").append(section).append("\n\n");
        page.append("| call | sends | answers | errors |\n| --- | --- | --- | --- |\n");
      }
      page.append(row(line));
    }
    return page.append(FAULTS).toString();
  }

  private static String row(Contents.Line line) {
    var cells =
        List.of(
            "`" + line.verb() + " " + line.address() + "`",
            line.sends(),
            line.answers(),
            line.errors());
    return "| " + String.join(" | ", cells).replaceAll(" +", " ") + " |\n";
  }

  private static String sectionOf(Contents.Line line, String before) {
    var path = line.path();
    if (path.isEmpty()) {
      return "All of it";
    }
    if (path.equals("users")) {
      return "Buyers";
    }
    if (path.equals("users/{user}/stars")) {
      return "Stars";
    }
    return OTHERS.getOrDefault(path, before);
  }
}
