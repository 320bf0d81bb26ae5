/**
 * What we ask of the world: a store, Telegram, somebody who hands over the goods. Interfaces and
 * the values they exchange.
 */
@NullMarked
package dev.startill.port;

import org.jspecify.annotations.NullMarked;
