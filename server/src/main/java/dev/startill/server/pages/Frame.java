package dev.startill.server.pages;

/**
 * What every page has. Immutable.
 *
 * @param title of the page
 * @param bot the bot's name, or empty
 * @param refresh when the page renews itself and as what, such as {@code 5;url=/}; or empty
 */
public record Frame(String title, String bot, String refresh) {}
