/**
 * What Telegram says, said wrongly: examples of updates and answers, and a mutator that spoils them
 * in the same way from the same seed. Begin with {@link dev.startill.testkit.fuzz.Mutator}. It
 * needs no library, so that what it judges cannot agree with it by accident.
 */
@NullMarked
package dev.startill.testkit.fuzz;

import org.jspecify.annotations.NullMarked;
