/**
 * Updates that were spoilt on purpose, read and taken in one after the other: whatever they say,
 * nothing escapes but a store's refusal, and nothing is half written. Begin with {@link
 * dev.startill.acceptance.fuzz.UpdateFuzzTest}.
 */
@NullMarked
package dev.startill.acceptance.fuzz;

import org.jspecify.annotations.NullMarked;
