/** The test kit, tried on a shop that knows nothing of it. */
@NullMarked
package dev.startill.sandbox.testing;

import org.jspecify.annotations.NullMarked;
