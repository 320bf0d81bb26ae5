/** What is sold, and what an order froze of it. Nothing here knows whether anybody bought. */
@NullMarked
package dev.startill.catalog;

import org.jspecify.annotations.NullMarked;
