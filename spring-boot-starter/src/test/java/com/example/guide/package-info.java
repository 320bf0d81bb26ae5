/** A shop on Spring Boot, as its owner would write and test it. */
@NullMarked
package com.example.guide;

import org.jspecify.annotations.NullMarked;
