/**
 * The two bots of every tutorial, on pengrad's library. Each is one file: {@link
 * com.example.pengrad.PdfGuideBot} and {@link com.example.pengrad.ProPassBot}.
 */
@NullMarked
package com.example.pengrad;

import org.jspecify.annotations.NullMarked;
