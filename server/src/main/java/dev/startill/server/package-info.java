/**
 * The product: what the launcher runs. Wiring only; begin with {@link dev.startill.server.Main}.
 */
@NullMarked
package dev.startill.server;

import org.jspecify.annotations.NullMarked;
