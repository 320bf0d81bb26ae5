/**
 * What a small shop does in every client library alike, seen from the buyer's side of the sandbox.
 * Nothing here knows a library: each gives its bot to {@code ShopContract} from its own module,
 * because their OkHttp versions clash. Begin there.
 */
@NullMarked
package dev.startill.acceptance.clients;

import org.jspecify.annotations.NullMarked;
