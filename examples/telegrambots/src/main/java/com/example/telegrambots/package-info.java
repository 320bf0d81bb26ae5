/**
 * The two bots of every tutorial, on TelegramBots. Each is one file: {@link
 * com.example.telegrambots.PdfGuideBot} and {@link com.example.telegrambots.ProPassBot}.
 */
@NullMarked
package com.example.telegrambots;

import org.jspecify.annotations.NullMarked;
