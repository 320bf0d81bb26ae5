/**
 * Real database servers that run beside the tests of one JVM and end with it. Begin with {@link
 * dev.startill.testkit.database.LocalServer}. Nothing here knows what is kept in them.
 */
@NullMarked
package dev.startill.testkit.database;

import org.jspecify.annotations.NullMarked;
