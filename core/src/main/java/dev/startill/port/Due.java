package dev.startill.port;

import dev.startill.payment.Message;
import dev.startill.payment.MessageId;
import java.time.Instant;

/**
 * A message that is leased to whoever claimed it. Immutable.
 *
 * @param id the same at every attempt
 * @param message what to say
 * @param attempt 1 for the first; also the fence: a failure counts only while nobody claimed anew
 * @param since when it was written
 * @param uncertain whether an earlier try may have reached the world although nobody confirmed it
 */
public record Due(MessageId id, Message message, int attempt, Instant since, boolean uncertain) {}
