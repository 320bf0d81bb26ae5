/**
 * Stories through the whole house: sandbox, adapter, store and server, and a browser at the end.
 */
@NullMarked
package dev.startill.acceptance;

import org.jspecify.annotations.NullMarked;
