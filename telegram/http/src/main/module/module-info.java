/** Telegram over plain HTTP. Begin with {@link dev.startill.telegram.http.HttpBot}. */
module dev.startill.telegram.http {
  requires transitive dev.startill.core;
  requires org.slf4j;
  requires tools.jackson.core;
  requires static transitive org.jspecify;

  exports dev.startill.telegram.http;
}
