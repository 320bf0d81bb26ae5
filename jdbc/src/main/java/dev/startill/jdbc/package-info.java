/**
 * The store over JDBC. Begin with {@link dev.startill.jdbc.JdbcStore}; {@code GroupCommit} is how
 * units of work become durable, {@code JdbcWork} what one of them may do. What a database wants to
 * hear in its own words lives in its {@code Dialect} and in the {@code .sql} files beside it.
 */
@NullMarked
package dev.startill.jdbc;

import org.jspecify.annotations.NullMarked;
