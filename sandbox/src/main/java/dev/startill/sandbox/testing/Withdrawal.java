package dev.startill.sandbox.testing;

import dev.startill.sandbox.wire.Json;
import tools.jackson.databind.JsonNode;

/** Stars on their way from a bot to its owner, pending until told otherwise. Thread-safe. */
public final class Withdrawal {
  private final Stage stage;
  private final long id;

  Withdrawal(Stage stage, long id) {
    this.stage = stage;
    this.id = id;
  }

  /** The identifier of its line in the bot's statement. */
  public String transaction() {
    return now().path("transaction").asString("");
  }

  /** {@code pending}, {@code succeeded} or {@code failed}. */
  public String state() {
    return now().path("state").asString("");
  }

  /** The owner has the money. */
  public void succeeds() {
    end("succeeded");
  }

  /** The Stars come back. */
  public void fails() {
    end("failed");
  }

  private JsonNode now() {
    return stage.get("withdrawals/" + id);
  }

  private void end(String state) {
    var unused = stage.post("withdrawals/" + id, Json.object().put("state", state));
  }
}
