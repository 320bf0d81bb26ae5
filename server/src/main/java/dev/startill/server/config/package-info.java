/**
 * {@code startill.yaml}: reads it, and says everything that is wrong with it at once, each thing
 * with its line and its remedy. Begin with {@link dev.startill.server.config.ConfigFile}. Nothing
 * here starts or opens anything.
 */
@NullMarked
package dev.startill.server.config;

import org.jspecify.annotations.NullMarked;
