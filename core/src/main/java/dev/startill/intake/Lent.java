package dev.startill.intake;

import dev.startill.payment.Order;
import dev.startill.port.Due;
import java.util.Optional;

/**
 * A message that was leased as it was written, and what it needs to be rendered. Immutable.
 *
 * @param due the message
 * @param order the order that it is about, as the same commit left it
 * @param code the code that is sold to the order, if any
 */
public record Lent(Due due, Order order, Optional<String> code) {}
