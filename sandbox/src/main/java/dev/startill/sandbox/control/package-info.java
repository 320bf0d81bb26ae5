/**
 * The sandbox's own interface under {@code /sandbox}: the buyers' side of Telegram, its clock and
 * its faults, and what a chat page needs. Begin with {@code Control}.
 */
@NullMarked
package dev.startill.sandbox.control;

import org.jspecify.annotations.NullMarked;
