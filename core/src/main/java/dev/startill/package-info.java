/** The front door. Begin with {@link dev.startill.Startill}. */
@NullMarked
package dev.startill;

import org.jspecify.annotations.NullMarked;
