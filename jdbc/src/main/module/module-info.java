/** The store over JDBC. Begin with {@link dev.startill.jdbc.JdbcStore}. */
module dev.startill.jdbc {
  requires transitive dev.startill.core;
  requires transitive java.sql;
  requires org.slf4j;
  requires org.xerial.sqlitejdbc;
  requires static transitive org.jspecify;
  // Whoever keeps a store in MariaDB or MySQL brings the driver.
  requires static org.mariadb.jdbc;

  exports dev.startill.jdbc;
}
