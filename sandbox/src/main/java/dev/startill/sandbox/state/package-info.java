/** Keeps a World on disk between runs: one JSON file, replaced as a whole. */
@NullMarked
package dev.startill.sandbox.state;

import org.jspecify.annotations.NullMarked;
