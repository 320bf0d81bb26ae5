package dev.startill.sandbox.testing;

import dev.startill.sandbox.wire.Json;
import java.util.List;

/**
 * A bot at this Telegram: what it has earned and set up, and its updates. The token opens it and is
 * not printed. Thread-safe.
 */
public final class Bot {
  private final Stage stage;
  private final long id;
  private final String token;

  Bot(Stage stage, long id, String token) {
    this.stage = stage;
    this.id = id;
    this.token = token;
  }

  /** Its number, which stands before the token's colon. */
  public long id() {
    return id;
  }

  /**
   * The token to give to the bot's client.
   *
   * @throws IllegalStateException when the bot came by itself: only a digest of its token is known
   */
  public String token() {
    if (token.isEmpty()) {
      throw new IllegalStateException("This bot came with a token of its own.");
    }
    return token;
  }

  /** Its name without the at sign. */
  public String username() {
    return shown("username");
  }

  /** The Stars that it holds. */
  public long stars() {
    return stage.get("bots/" + id).path("stars").asLong();
  }

  /** The commands that it registered, without their slashes. */
  public List<String> commands() {
    return stage
        .get("bots/" + id)
        .path("commands")
        .valueStream()
        .map(command -> command.path("command").asString(""))
        .toList();
  }

  /** Its calls of a method so far, oldest first. */
  public List<Call> calls(String method) {
    return stage.calls().of(id, method);
  }

  /** Hands its last update out once more, as Telegram does when an acknowledgement was lost. */
  public void redeliverLast() {
    var unused = stage.post("redeliver", Json.object().put("bot", id));
  }

  @Override
  public String toString() {
    return "@" + username();
  }

  private String shown(String field) {
    return stage.get("bots/" + id).path(field).asString("");
  }
}
