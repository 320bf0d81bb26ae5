/** What a sale's smallest pieces cost, one by one, measured by JMH. */
@NullMarked
package dev.startill.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
