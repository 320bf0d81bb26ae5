/**
 * The books against Telegram's: its statement is read, what it tells goes through the door, and
 * what both hold is compared. Begin with {@code Comparison}, which is pure.
 */
@NullMarked
package dev.startill.reconciliation;

import org.jspecify.annotations.NullMarked;
