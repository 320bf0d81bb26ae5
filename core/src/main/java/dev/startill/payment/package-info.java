/**
 * The life of an order and of the Stars paid for it, as pure decisions. Begin with {@link
 * dev.startill.payment.PaymentLifecycle}. No clock, no id generator, no I/O may enter.
 */
@NullMarked
package dev.startill.payment;

import org.jspecify.annotations.NullMarked;
