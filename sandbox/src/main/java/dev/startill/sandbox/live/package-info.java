/**
 * A World that runs in real time: its one lock, the clock that can be moved, the timer that makes
 * deadlines pass, and those who watch. Begin with {@code LiveWorld}.
 */
@NullMarked
package dev.startill.sandbox.live;

import org.jspecify.annotations.NullMarked;
