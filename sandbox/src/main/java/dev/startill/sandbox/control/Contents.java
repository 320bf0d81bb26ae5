package dev.startill.sandbox.control;

import dev.startill.sandbox.wire.Json;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * The table of contents: every call below {@code /sandbox}. What has no line here is not answered,
 * so that no call stays undocumented: {@code GET /sandbox} and the reference are made of it.
 */
final class Contents {
  /**
   * A call. {@code sends} holds the fields of its query or its JSON body, a question mark behind
   * those that may be missing; {@code errors} only what any call may not answer.
   */
  record Line(String verb, String path, String sends, String answers, String errors) {
    private static final Pattern PLACE = Pattern.compile("\\{[a-z_]+}");

    boolean fits(Request request) {
      var pieces = path.isEmpty() ? List.<String>of() : List.of(path.split("/", -1));
      boolean fits = verb.equals(request.verb()) && pieces.size() == request.path().size();
      for (int i = 0; fits && i < pieces.size(); i++) {
        fits =
            PLACE.matcher(pieces.get(i)).matches() || pieces.get(i).equals(request.path().get(i));
      }
      return fits;
    }

    String address() {
      return path.isEmpty() ? "/sandbox" : "/sandbox/" + path;
    }
  }

  private static final List<Line> ALL =
      Stream.of(
              whole(),
              people(),
              deeds(),
              TalkContents.all(),
              money(),
              sharedChats(),
              bots(),
              world())
          .flatMap(List::stream)
          .toList();

  private Contents() {}

  /** All calls, in the order of the reference. */
  static List<Line> all() {
    return ALL;
  }

  /**
   * That there is such a call.
   *
   * @throws dev.startill.sandbox.world.Refusal 404
   */
  static void require(Request request) {
    if (ALL.stream().noneMatch(line -> line.fits(request))) {
      throw Control.noSuchCall(request);
    }
  }

  /** What {@code GET /sandbox} answers. */
  static ObjectNode shown() {
    var json =
        Json.object()
            .put("what", "A sandbox Telegram. It is no place for real tokens.")
            .put("bot_api", "/bot<token>/<method>")
            .put("chat_page", "/");
    var calls = json.putArray("calls");
    for (var line : ALL) {
      var call = calls.addObject().put("call", line.verb() + " " + line.address());
      if (!line.sends().isEmpty()) {
        call.put("sends", plain(line.sends()));
      }
      call.put("answers", plain(line.answers()));
    }
    return json;
  }

  private static String plain(String markdown) {
    return markdown.replace("`", "");
  }

  private static List<Line> whole() {
    return List.of(
        read("", "", "this list"),
        new Line(
            "DELETE",
            "",
            "`keep`?: bots",
            "`{\"forgotten\":true}`: nobody and nothing is left but the time; or bots too, with their commands and webhooks",
            ""));
  }

  private static List<Line> people() {
    return List.of(
        read("users", "", "all buyers, as below"),
        post(
            "users",
            "`first_name`, `username`?, `language_code`?, `stars`?",
            "the buyer: a User, with `stars`",
            ""),
        read("users/{user}", "", "the buyer"),
        read(
            "users/{user}/messages",
            "`bot`, `after`?, `wait`?",
            "the private chat as the buyer sees it: Messages, oldest first"),
        read("users/{user}/chats", "", "the buyer's chats with bots, channels and groups"));
  }

  private static List<Line> deeds() {
    return List.of(
        post(
            "users/{user}/join",
            "`link`",
            "how the buyer stands in the chat of an invite link; a paid one takes Stars",
            ""),
        post(
            "users/{user}/callbacks",
            "`bot`, `message_id`, `data`",
            "`{\"text\"?,\"show_alert\"?,\"url\"?}`: presses an inline button and waits 15 s for the bot's answer; silence is `{}`",
            "404: no such message"),
        post("users/{user}/block", "`bot`", "`{\"blocked\":true}`: the bot's messages get 403", ""),
        post("users/{user}/unblock", "`bot`", "`{\"blocked\":false}`", ""),
        post("users/{user}/delete", "", "the account is gone: bots' messages get 403", ""),
        post(
            "users/{user}/business",
            "`bot`, `enabled`?",
            "the BusinessConnection that lets a bot act for the buyer's account",
            ""),
        read("users/{user}/menu", "`bot`", "the bot's MenuButton, as the buyer sees it"),
        post(
            "users/{user}/webapps",
            "`bot` and one of `url`, `menu`: true, or `message_id` with `button`; `theme`?, `start_param`?",
            "an open Mini App: its address with signed launch data, as initData",
            "400: no such button"),
        post(
            "users/{user}/webapps/{session}/data",
            "`data`",
            "the service Message of `sendData`",
            "404: no such session"));
  }

  private static List<Line> money() {
    return List.of(
        post("users/{user}/stars", "`stars`", "the buyer, with so many Stars more", ""),
        post(
            "users/{user}/payments",
            "`link`, or `bot` or `chat` and `message_id`",
            "`{\"status\",\"charge_id\"?,\"error\"?,\"code\"?}`: pays and waits for the bot; `paid`, `failed`, or `pending` after two minutes of real time",
            "400: the message is no invoice; 404: no such link or message"),
        read(
            "users/{user}/transactions",
            "`offset`?, `limit`?",
            "the buyer's Stars in and out: StarTransactions, oldest first"),
        read("users/{user}/subscriptions", "", "the buyer's subscriptions"),
        post(
            "users/{user}/subscriptions",
            "`link`",
            "pays a subscription's link, as payments do; with the `subscription`",
            "400: the link is paid once"),
        read("users/{user}/subscriptions/{subscription}", "", "one of them"),
        post("users/{user}/subscriptions/{subscription}/cancel", "", "it ends with its period", ""),
        post("users/{user}/subscriptions/{subscription}/restore", "", "it renews again", ""),
        read("invites", "`link`", "what an invite link leads to and costs, before one joins"),
        read("invoices", "`link`", "what an invoice link offers, before one pays"),
        post(
            "chargebacks",
            "`charge_id`, `bot`?, `user`?",
            "the payer took the Stars back at the store; the bot is not told",
            "404: no such charge"),
        read("withdrawals", "", "all withdrawals of all bots"),
        post(
            "withdrawals",
            "`bot`, `stars`",
            "the owner withdraws: a pending line in the bot's statement",
            "400: below the least, or more than there is"),
        read("withdrawals/{withdrawal}", "", "one of them"),
        post("withdrawals/{withdrawal}", "`state`: succeeded or failed", "its end", ""));
  }

  private static List<Line> sharedChats() {
    return List.of(
        read("chats", "", "all channels and groups"),
        post(
            "chats",
            "`type`: channel or supergroup, `title`, `owner`, `username`?",
            "the chat; the owner is a user",
            "400: the name is taken"),
        read("chats/{chat}", "", "the chat with its members and invite links"),
        post(
            "chats/{chat}/members",
            "`user` or `bot`, `status`: member, administrator, left or kicked",
            "the ChatMember",
            "400: it is the owner"),
        read("chats/{chat}/messages", "`user`, `after`?, `wait`?", "the chat as this user sees it"),
        post(
            "chats/{chat}/messages",
            "`user`, `text`, `reply_to_message_id`?",
            "the Message",
            "403: the user may not write there"),
        post(
            "chats/{chat}/subscription",
            "`user`, `canceled`?",
            "a paid membership ends with its period, or goes on",
            ""));
  }

  private static List<Line> bots() {
    return List.of(
        read("bots", "", "all bots, as below"),
        post(
            "bots",
            "`token`, `first_name`?, `username`?, `test`?, `supports_inline_queries`?, `inline_feedback`?",
            "makes a bot before its first call, or names it; needed with --strict-tokens",
            "401, 421: no well-formed token"),
        read(
            "bots/{bot}",
            "",
            "the bot: a User, with `stars`, `commands`, `polling`, `webhook`, `pending_update_count`"),
        post(
            "redeliver",
            "`bot`, `update_id`?",
            "`{\"update_id\"}`: the last update, or that one, again",
            "404: not among the last thousand; 409: the queue is full"),
        read(
            "calls",
            "`method`?, `bot`?, `after`?, `last`?, `wait`?",
            "the journal of Bot API calls, oldest first: `{\"seq\",\"at\",\"bot\",\"method\",\"request\",\"status\",\"response\",…}`; status 0 got no answer"),
        read("calls/{seq}", "", "one call"),
        read("files/{file_id}", "", "the bytes that a bot sent"),
        read("keys", "", "`{\"ed25519\"}`: the public key of a Mini App's signature"));
  }

  private static List<Line> world() {
    return List.of(
        read("clock", "", "`{\"now\",\"unix\"}`"),
        post(
            "clock",
            "`advance`: an ISO 8601 duration, as P30D",
            "the same, once all that falls due on the way has happened",
            "400: time does not go back"),
        read("faults", "", "the faults in force, each with how often it struck"),
        post(
            "faults",
            "`method` or `delivery`, `action`, `when`?, `error_code`?, `description`?, `retry_after`?, `times`?, `percent`?, `seed`?; or `preset`",
            "the fault with its number: see Faults",
            "400: says which values there are"),
        new Line(
            "DELETE",
            "faults/{fault}",
            "",
            "`{\"faults\"}`: how many are left",
            "404: no such fault; one that is spent goes by itself"),
        new Line("DELETE", "faults", "", "`{\"faults\":0}`: nothing goes wrong any more", ""),
        read(
            "knobs",
            "",
            "the rules of Telegram that can be turned, each with its value and its grounds"),
        post(
            "knobs",
            "names and values; null puts one back",
            "the same; with one bad value none is turned",
            "400: says what it takes"),
        read(
            "events",
            "",
            "what happens, live, as server-sent events: `message`, `payment`, `balance`, `call`, `update`, `clock`, `user`, `bot`, …"));
  }

  private static Line read(String path, String sends, String answers) {
    return new Line("GET", path, sends, answers, "");
  }

  private static Line post(String path, String sends, String answers, String errors) {
    return new Line("POST", path, sends, answers, errors);
  }
}
