/**
 * Looks at all that a sale needs and says what is ill, with the remedy. {@code Doctor} asks; the
 * judging beside it is pure: facts in, findings out. Begin with {@code Ailment}, the list of all
 * that can be wrong.
 */
@NullMarked
package dev.startill.doctor;

import org.jspecify.annotations.NullMarked;
