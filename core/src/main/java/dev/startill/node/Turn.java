package dev.startill.node;

/** Whether it is this node's turn to do what one at a time does for all. Threads share it. */
@FunctionalInterface
public interface Turn {
  /** Of a node that is alone. */
  Turn ALWAYS = () -> true;

  /** Whether it is, as far as can be known without asking anybody; quick. */
  boolean isOurs();
}
