/** The product: what the launcher runs. Wiring only; begin with {@code Main}. */
@NullMarked
package dev.startill.server;

import org.jspecify.annotations.NullMarked;
