package dev.startill.sandbox.world;

/** The private chat of one bot and one user; it exists once the user has written or paid. */
public record Chat(long bot, long user) {}
