/** What a test may take as a parameter. */
@NullMarked
package dev.startill.testkit.junit;

import org.jspecify.annotations.NullMarked;
