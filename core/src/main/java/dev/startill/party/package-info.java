/**
 * Who takes part: the buyer who pays and the bot that is paid. Ids only; a profile never enters the
 * books.
 */
@NullMarked
package dev.startill.party;

import org.jspecify.annotations.NullMarked;
