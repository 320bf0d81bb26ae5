package dev.startill.telegram.http;

import dev.startill.port.StatementLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads the result of <a href="https://core.telegram.org/bots/api#getstartransactions">
 * getStarTransactions</a>: a line for each element of its list, whatever that is. For one thread.
 */
final class StatementReader {
  /** The year 9999. */
  static final long LATEST = 253_402_300_799L;

  private final JsonParser parser;
  private final Tokens json;
  private final long offset;
  private @Nullable List<StatementLine> lines;

  /**
   * A reader of one part.
   *
   * @param offset how many lines are before the first one
   */
  StatementReader(JsonParser parser, long offset) {
    this.parser = parser;
    this.json = new Tokens(parser);
    this.offset = offset;
  }

  /**
   * Reads a StarTransactions object, on whose opening brace the parser stands.
   *
   * @return empty if there is no list in it
   * @throws tools.jackson.core.JacksonException if the JSON itself is broken
   */
  Optional<List<StatementLine>> read() {
    try {
      json.object("the statement", this::readList, misfit -> {});
    } catch (Misfit e) {
      return Optional.empty();
    }
    return Optional.ofNullable(lines);
  }

  private void readList(String name) {
    if (!name.equals("transactions") || !json.is(JsonToken.START_ARRAY)) {
      json.skip();
      return;
    }
    var read = new ArrayList<StatementLine>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      read.add(line().asLine(offset + read.size()));
    }
    lines = read;
  }

  private Transaction line() {
    var it = new Transaction();
    try {
      json.object("the line", name -> readField(it, name), it::note);
    } catch (Misfit e) {
      it.note(e);
      json.skip();
    }
    return it;
  }

  private void readField(Transaction it, String name) throws Misfit {
    switch (name) {
      case "id" -> it.id = json.kept("id");
      case "date" -> it.date = json.whole("date", 0, LATEST);
      case "amount" -> it.amount = json.whole("amount", 0, Transaction.MOST_STARS);
      case "nanostar_amount" -> it.nanos = json.whole(name, 0, Transaction.MOST_NANOS);
      case "source" -> it.source = partner(it, name);
      case "receiver" -> it.receiver = partner(it, name);
      default -> json.skip();
    }
  }

  /** Even one that cannot be read tells whether the Stars came or went. */
  private @Nullable Partner partner(Transaction line, String path) {
    if (json.is(JsonToken.VALUE_NULL)) {
      return null;
    }
    var it = new Partner();
    new PartnerReader(json, it, path).read(line::note);
    return it;
  }
}
