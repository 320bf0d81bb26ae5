/**
 * The only door in. Begin with {@link dev.startill.intake.Intake}; what an adapter hands over is an
 * {@link dev.startill.intake.Update}.
 */
@NullMarked
package dev.startill.intake;

import org.jspecify.annotations.NullMarked;
