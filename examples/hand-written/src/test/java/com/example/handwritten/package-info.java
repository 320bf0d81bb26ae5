/** It sells as well, in the cases that it was written for. */
@NullMarked
package com.example.handwritten;

import org.jspecify.annotations.NullMarked;
