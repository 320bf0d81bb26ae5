/**
 * The sandbox's one HTTP port: where a request goes, how its parameters are read, how an answer is
 * written. Begin with {@code Front}.
 */
@NullMarked
package dev.startill.sandbox.http;

import org.jspecify.annotations.NullMarked;
