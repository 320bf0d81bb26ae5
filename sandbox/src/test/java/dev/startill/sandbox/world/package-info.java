/** The World driven directly, with virtual time and seeded chance, as a simulation does. */
@NullMarked
package dev.startill.sandbox.world;

import org.jspecify.annotations.NullMarked;
