/** The sandbox judged from outside, over HTTP, as its clients see it. */
@NullMarked
package dev.startill.sandbox;

import org.jspecify.annotations.NullMarked;
