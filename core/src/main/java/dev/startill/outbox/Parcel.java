package dev.startill.outbox;

import dev.startill.payment.Home;
import dev.startill.port.Due;
import java.time.Instant;
import java.util.Optional;

/**
 * A claimed message and what it needs to be rendered, read in the same unit of work. Immutable.
 *
 * @param due the message
 * @param home the order, or the stray charge, that it is about
 * @param code the code that is sold to the order, if any
 * @param until when the claim runs out, at the earliest
 * @param lent whether it was leased as it was written, so that no other message waited for it
 */
record Parcel(
    Due due, Optional<? extends Home> home, Optional<String> code, Instant until, boolean lent) {}
