/** Somebody's own store, as one outside of this house would write and test it. */
@NullMarked
package com.example.store;

import org.jspecify.annotations.NullMarked;
