/**
 * Bugs that are planted into the shipped classes while they are loaded, to see that the simulation
 * catches each of them. Begin with {@code PlantedBug}, the list; what a bug does instead of the
 * shipped code stands in the class {@code Mistakes} of the package that it spoils.
 */
@NullMarked
package dev.startill.teeth;

import org.jspecify.annotations.NullMarked;
