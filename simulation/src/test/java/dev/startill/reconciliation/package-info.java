/** Mistakes that are planted into this package, to see that the simulation catches them. */
@NullMarked
package dev.startill.reconciliation;

import org.jspecify.annotations.NullMarked;
