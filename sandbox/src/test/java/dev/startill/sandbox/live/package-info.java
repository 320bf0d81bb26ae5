/** The World behind its lock, with its timer and its clock. */
@NullMarked
package dev.startill.sandbox.live;

import org.jspecify.annotations.NullMarked;
