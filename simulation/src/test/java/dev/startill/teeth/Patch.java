package dev.startill.teeth;

/**
 * One change to what is shipped, made while it is loaded. A mistake is a static method of the class
 * {@code Mistakes} in the package of the class that is patched. It takes what the shipped code
 * would have taken, a receiver first, and at last a method handle of the shipped code itself, so
 * that it may be right most of the time. Immutable.
 */
sealed interface Patch {
  /** The name of the classes with the mistakes. */
  String MISTAKES = "Mistakes";

  /** The class, or the resource, that is changed. */
  String target();

  /**
   * One call within a method, or within its lambdas, is answered by a mistake.
   *
   * @param target the class, in full
   * @param method in which the call stands
   * @param callee type and method that is called there, once: {@code Store.inTransaction}, or
   *     {@code Work.lock(ChargeId)} where the name alone would not tell
   * @param mistake the method that answers
   */
  record Call(String target, String method, String callee, String mistake) implements Patch {}

  /**
   * A whole method is answered by a mistake.
   *
   * @param target the class, in full
   * @param method of which there is one by this name
   * @param mistake the method that answers
   */
  record Body(String target, String method, String mistake) implements Patch {}

  /**
   * Some words of a resource are others.
   *
   * @param target the resource
   * @param words which stand there once
   * @param instead what stands there then
   */
  record Words(String target, String words, String instead) implements Patch {}
}
