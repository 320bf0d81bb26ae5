/** Telegram in a box: the Bot API, its buyers and their Stars. Knows nothing of Startill. */
@NullMarked
package dev.startill.sandbox;

import org.jspecify.annotations.NullMarked;
