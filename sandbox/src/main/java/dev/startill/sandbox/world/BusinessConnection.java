package dev.startill.sandbox.world;

/**
 * A bot that a user let act for their business account
 * (core.telegram.org/bots/api#businessconnection); since when in Unix seconds. Rights are not
 * emulated: it has none.
 */
public record BusinessConnection(String id, long bot, long user, long date, boolean enabled) {}
