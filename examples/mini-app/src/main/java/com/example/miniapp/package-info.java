/**
 * A game's shop in a Mini App: a page, a few lines of HTTP, and gems that are rows of the same
 * database. Begin with {@link com.example.miniapp.GemShop}.
 */
@NullMarked
package com.example.miniapp;

import org.jspecify.annotations.NullMarked;
