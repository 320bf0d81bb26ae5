/** Tests of the engine over the test kit, and of the kit itself. */
@NullMarked
package dev.startill.testkit;

import org.jspecify.annotations.NullMarked;
