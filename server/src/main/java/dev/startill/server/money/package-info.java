/** Reports as the page and the tool show them: which days, added up by what, worth how much. */
@NullMarked
package dev.startill.server.money;

import org.jspecify.annotations.NullMarked;
