/** The shop, as its page uses it. */
@NullMarked
package com.example.miniapp;

import org.jspecify.annotations.NullMarked;
