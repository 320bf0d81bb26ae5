/**
 * The operator's tools: what {@code ./startill doctor}, {@code refund}, {@code cases} and their
 * like do. They open the same store beside a server that runs, take no lock of it and clear no
 * lease; what they commit the server sees at its next look. Begin with {@link
 * dev.startill.server.tools.Tools}.
 */
@NullMarked
package dev.startill.server.tools;

import org.jspecify.annotations.NullMarked;
