/**
 * Telegram as a plain state machine in memory: people, chats, invoices, payments, the Stars ledger
 * and each bot's queue of updates. No threads, no lock, no I/O, no JSON library: time and chance
 * are handed in, and whoever drives it (the HTTP server, or a simulation) guards it. Begin with
 * {@code World}.
 */
@NullMarked
package dev.startill.sandbox.world;

import org.jspecify.annotations.NullMarked;
