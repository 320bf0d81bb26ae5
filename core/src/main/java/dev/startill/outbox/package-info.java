/** Words to the world that survive a crash: who sends them, and when to try again. */
@NullMarked
package dev.startill.outbox;

import org.jspecify.annotations.NullMarked;
