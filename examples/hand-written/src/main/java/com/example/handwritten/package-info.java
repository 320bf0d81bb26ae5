/**
 * The PDF guide's bot without Startill, as durable as one writes it by hand: to compare with, and
 * not to copy. What it still lacks stands in its README. Begin with {@link
 * com.example.handwritten.HandWrittenBot}.
 */
@NullMarked
package com.example.handwritten;

import org.jspecify.annotations.NullMarked;
