/**
 * Startill in a Spring Boot application: wiring, and nothing that decides about money. Begin with
 * {@code StartillAutoConfiguration}, which names all parts, and {@code StartillProperties}, which
 * is all that can be set.
 */
@NullMarked
package dev.startill.spring;

import org.jspecify.annotations.NullMarked;
