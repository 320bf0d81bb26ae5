/** The whole shop, in the sandbox. */
@NullMarked
package com.example.shop;

import org.jspecify.annotations.NullMarked;
