package dev.startill.jdbc;

/**
 * A step of the schema, never edited once it was released. Immutable.
 *
 * @param number 1 for the first
 * @param name what it brings
 * @param script all of its statements
 */
record Migration(int number, String name, String script) {}
