/** The shop of the contract written with pengrad's java-telegram-bot-api, as its README has it. */
@NullMarked
package dev.startill.acceptance.clients.pengrad;

import org.jspecify.annotations.NullMarked;
