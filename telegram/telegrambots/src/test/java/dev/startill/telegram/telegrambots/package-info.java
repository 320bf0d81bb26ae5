/** What is true of this adapter; what is true of every one is in the test kit's contracts. */
@NullMarked
package dev.startill.telegram.telegrambots;

import org.jspecify.annotations.NullMarked;
