/** The JUnit extension, tried by running test classes inside of tests. */
@NullMarked
package dev.startill.sandbox.junit;

import org.jspecify.annotations.NullMarked;
