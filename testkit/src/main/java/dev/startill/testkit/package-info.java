/**
 * What tests of Startill, and of shops built on it, need: a store in memory, a clock to turn by
 * hand, fixtures that read as sentences, and the contracts that every store and every adapter must
 * keep. Begin with {@link dev.startill.testkit.Fixtures}.
 */
@NullMarked
package dev.startill.testkit;

import org.jspecify.annotations.NullMarked;
