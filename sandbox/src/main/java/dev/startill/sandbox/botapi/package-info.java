/**
 * The Bot API's methods over the World: parsing and its order of checks as in the open source
 * server (tdlib/telegram-bot-api, Client.cpp), effects in the World. Begin with {@code BotApi}.
 */
@NullMarked
package dev.startill.sandbox.botapi;

import org.jspecify.annotations.NullMarked;
