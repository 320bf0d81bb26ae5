/**
 * How updates reach a bot: long polls that wait, and webhooks that are called. Sources: getUpdates
 * and setWebhook in tdlib/telegram-bot-api (Client.cpp, WebhookActor.cpp).
 */
@NullMarked
package dev.startill.sandbox.delivery;

import org.jspecify.annotations.NullMarked;
