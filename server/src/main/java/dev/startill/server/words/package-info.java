/** What things are called, on the pages and by the tools alike. */
@NullMarked
package dev.startill.server.words;

import org.jspecify.annotations.NullMarked;
