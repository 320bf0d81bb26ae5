package dev.startill.payment;

import dev.startill.catalog.Terms;

/**
 * An invoice link that many may pay; each charge on it becomes an order of its own. Immutable.
 *
 * @param id travels in the invoice payload
 * @param terms frozen when the link was made
 * @param closed whether further checkouts are declined; a charge still counts
 */
public record Link(LinkId id, Terms terms, boolean closed) implements Home {}
