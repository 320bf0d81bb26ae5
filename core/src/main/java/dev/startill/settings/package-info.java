/** Every knob, with its default and its why. */
@NullMarked
package dev.startill.settings;

import org.jspecify.annotations.NullMarked;
