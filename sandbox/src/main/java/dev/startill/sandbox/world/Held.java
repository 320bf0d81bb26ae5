package dev.startill.sandbox.world;

import java.time.Instant;

/** An update that a fault holds back until another one has passed it, or until this moment. */
record Held(long bot, Letter letter, Instant until) {}
