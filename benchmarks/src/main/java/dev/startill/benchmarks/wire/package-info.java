/**
 * HTTP/1.1 over many sockets on one thread, with as little work a message as can be: what plays
 * Telegram must not be slower than the bots that it measures. For the loopback alone.
 */
@NullMarked
package dev.startill.benchmarks.wire;

import org.jspecify.annotations.NullMarked;
