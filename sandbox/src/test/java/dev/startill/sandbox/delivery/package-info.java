/** Tests of what goes over the wire to a webhook. */
@NullMarked
package dev.startill.sandbox.delivery;

import org.jspecify.annotations.NullMarked;
