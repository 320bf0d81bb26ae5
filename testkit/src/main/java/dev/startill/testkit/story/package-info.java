/**
 * What happens in a shop, told from the first word of a buyer to the last Star: the same stories
 * for every store. Begin with {@link dev.startill.testkit.story.EngineStories}: a subclass gives it
 * a store, and inherits all of them.
 */
@NullMarked
package dev.startill.testkit.story;

import org.jspecify.annotations.NullMarked;
