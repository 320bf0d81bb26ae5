/** Each bot sells in the sandbox. */
@NullMarked
package com.example.telegrambots;

import org.jspecify.annotations.NullMarked;
