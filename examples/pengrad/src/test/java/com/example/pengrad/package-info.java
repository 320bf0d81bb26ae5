/** Each bot sells in the sandbox. */
@NullMarked
package com.example.pengrad;

import org.jspecify.annotations.NullMarked;
