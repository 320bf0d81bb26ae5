/**
 * The sandbox in a test: buyers that write, read and pay, a bot's calls, faults, and waiting that
 * is bounded and says what it saw. All of it goes through the control interface, as a call over
 * HTTP does, so that no language has more than another. Begin with {@code Telegram}.
 */
@NullMarked
package dev.startill.sandbox.testing;

import org.jspecify.annotations.NullMarked;
