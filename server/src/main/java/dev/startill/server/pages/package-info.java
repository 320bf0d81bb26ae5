/**
 * The operator's pages: what they show, as values, and the templates that render them. Everything
 * that strangers wrote is escaped by the templates; no page has a script. Begin with {@link
 * dev.startill.server.pages.Pages}.
 */
@NullMarked
package dev.startill.server.pages;

import org.jspecify.annotations.NullMarked;
