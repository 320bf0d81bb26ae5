/**
 * What a test of a bot takes as parameters: a sandbox, a clock, a store. Begin with {@link
 * dev.startill.testkit.junit.StartillSandbox}.
 */
@NullMarked
package dev.startill.testkit.junit;

import org.jspecify.annotations.NullMarked;
