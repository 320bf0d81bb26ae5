/**
 * How commands are called and how they speak: options, results, progress. Knows nothing of
 * payments.
 */
@NullMarked
package dev.startill.server.cli;

import org.jspecify.annotations.NullMarked;
