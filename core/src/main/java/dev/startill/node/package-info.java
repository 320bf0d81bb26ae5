/**
 * Several nodes on one store: whose turn it is to do what one at a time does for all. Begin with
 * {@link dev.startill.node.Tenure}. Knows the ports and no payment.
 */
@NullMarked
package dev.startill.node;

import org.jspecify.annotations.NullMarked;
