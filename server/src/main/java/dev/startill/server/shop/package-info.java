/**
 * The shop in the chat: what it says to commands, buttons and words. {@link
 * dev.startill.server.shop.Counter} decides, {@link dev.startill.server.shop.Shopkeeper} does.
 * Never in the way of a payment.
 */
@NullMarked
package dev.startill.server.shop;

import org.jspecify.annotations.NullMarked;
