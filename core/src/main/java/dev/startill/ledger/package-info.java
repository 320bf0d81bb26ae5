/**
 * Moves of Stars between accounts, in nanostars. Only ever added to; begin with {@link
 * dev.startill.ledger.Posting}.
 */
@NullMarked
package dev.startill.ledger;

import org.jspecify.annotations.NullMarked;
