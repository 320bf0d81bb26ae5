/**
 * Launch parameters of Mini Apps: signed init data, as core.telegram.org/bots/webapps describes
 * them. What a Mini App may do once it is open lives in the World.
 */
@NullMarked
package dev.startill.sandbox.webapp;

import org.jspecify.annotations.NullMarked;
