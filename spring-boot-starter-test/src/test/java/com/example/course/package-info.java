/** A shop that keeps a table of its own, and its tests. */
@NullMarked
package com.example.course;

import org.jspecify.annotations.NullMarked;
