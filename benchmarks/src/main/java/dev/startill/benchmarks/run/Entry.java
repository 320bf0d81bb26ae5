package dev.startill.benchmarks.run;

/**
 * What takes part in each pass.
 *
 * @param scenario of the pass
 * @param bot in it
 */
record Entry(Scenario scenario, Contestant bot) {}
