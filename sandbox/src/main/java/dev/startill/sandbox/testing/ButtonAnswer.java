package dev.startill.sandbox.testing;

/**
 * What the bot showed for a pressed button (core.telegram.org/bots/api#answercallbackquery): a
 * notice, or an alert that must be closed, or an address to open. Empty texts: it showed nothing.
 */
public record ButtonAnswer(String text, boolean alert, String url) {}
