package dev.startill.sandbox.world;

import java.time.Instant;

/** A pressed inline button that waits for answerCallbackQuery. */
public record Callback(long id, Message message, long user, String data, Instant at) {}
