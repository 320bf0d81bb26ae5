/** Amounts of Stars. Nothing else lives here: no currency, no rate, no rounding. */
@NullMarked
package dev.startill.money;

import org.jspecify.annotations.NullMarked;
