/** What a test wants to go wrong: calls that fail or hang, updates that are lost or doubled. */
@NullMarked
package dev.startill.sandbox.faults;

import org.jspecify.annotations.NullMarked;
