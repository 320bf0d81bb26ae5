/**
 * Shops on libraries for Node, each a process of its own, judged by the same contract as the Java
 * ones. The shops themselves are in the folder {@code shops} of this module; {@code Workshop} makes
 * them ready to run.
 */
@NullMarked
package dev.startill.acceptance.clients.npm;

import org.jspecify.annotations.NullMarked;
