/**
 * What every store must keep. Begin with {@link dev.startill.testkit.store.StoreContract}: a
 * subclass gives it a store, and inherits all of its tests.
 */
@NullMarked
package dev.startill.testkit.store;

import org.jspecify.annotations.NullMarked;
