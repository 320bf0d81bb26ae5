/** The control interface from the inside: what it must say about itself. */
@NullMarked
package dev.startill.sandbox.control;

import org.jspecify.annotations.NullMarked;
