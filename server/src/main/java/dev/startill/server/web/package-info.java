/**
 * The server's one HTTP port: health, webhook, operator's pages. Begin with {@link
 * dev.startill.server.web.Web}.
 */
@NullMarked
package dev.startill.server.web;

import org.jspecify.annotations.NullMarked;
