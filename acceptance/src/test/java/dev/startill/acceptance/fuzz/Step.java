package dev.startill.acceptance.fuzz;

import dev.startill.port.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * One thing that happens to a shop. Immutable.
 *
 * @param pause how much time passes first
 * @param update what Telegram then brings
 * @param fault what the store does meanwhile
 * @param again whether the update comes twice
 * @param reply what Telegram says to the next call, where that is not yes
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Step(Duration pause, byte[] update, Fault fault, boolean again, Optional<Reply> reply) {
  /** As text where it is text, else in Base64: to be copied into a test. */
  @Override
  public String toString() {
    var text = new String(update, StandardCharsets.UTF_8);
    var isText = Arrays.equals(text.getBytes(StandardCharsets.UTF_8), update);
    return "after %s, fault %s, %s, next call %s: %s"
        .formatted(
            pause,
            fault,
            again ? "twice" : "once",
            reply.map(Object::toString).orElse("done"),
            isText ? text : "base64 " + Base64.getEncoder().encodeToString(update));
  }
}
