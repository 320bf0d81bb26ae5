/**
 * The way of a line from slf4j to the JDK's logger. Begin with {@link
 * dev.startill.server.log.Bridge}, which slf4j finds by itself.
 */
@NullMarked
package dev.startill.server.log;

import org.jspecify.annotations.NullMarked;
