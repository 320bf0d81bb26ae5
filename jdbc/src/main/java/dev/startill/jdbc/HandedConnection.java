package dev.startill.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A connection as a joined handler has it: all of it but the end of its transaction, which is for
 * whoever adds the mark. To close it, as is a habit, does nothing. Who goes about it, by SQL or by
 * a statement's own connection, breaks what was promised.
 */
final class HandedConnection implements InvocationHandler {
  private static final Set<String> ENDS = Set.of("commit", "setAutoCommit", "abort");

  private final Connection connection;

  private HandedConnection(Connection connection) {
    this.connection = connection;
  }

  static Connection of(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            HandedConnection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            new HandedConnection(connection));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    var name = method.getName();
    if (name.equals("close")) {
      return null;
    }
    if (name.equals("unwrap") && arguments != null && arguments[0] == Connection.class) {
      return proxy;
    }
    if (ENDS.contains(name) || (name.equals("rollback") && arguments == null)) {
      throw new SQLException(
          "The handler called %s(), but its transaction ends with the mark that the goods were handed over. Return, or throw to take it back."
              .formatted(name));
    }
    try {
      return method.invoke(connection, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
