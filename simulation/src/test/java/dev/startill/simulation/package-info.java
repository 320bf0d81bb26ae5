/** Many histories in a hurry, and proof that the checker has teeth. */
@NullMarked
package dev.startill.simulation;

import org.jspecify.annotations.NullMarked;
