/**
 * The sandbox as an extension of JUnit Jupiter, which whoever uses it brings along: nothing else in
 * the sandbox knows this package. Begin with {@code SandboxExtension}.
 */
@NullMarked
package dev.startill.sandbox.junit;

import org.jspecify.annotations.NullMarked;
