package dev.startill.acceptance.clients;

import java.util.SequencedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/**
 * Keeps a client's column of the page true: once all flows of a class have run and succeeded, the
 * page must say so. A run of some of them proves nothing and says nothing.
 */
final class Column implements AfterTestExecutionCallback, AfterAllCallback {
  private static final Namespace HERE = Namespace.create(Column.class);

  private record Ran(Client client, SequencedMap<String, String> flows) {}

  @Override
  public void afterTestExecution(ExtensionContext test) {
    if (test.getExecutionException().isPresent()) {
      return;
    }
    var contract = (OpenShop) test.getRequiredTestInstance();
    store(test.getParent().orElseThrow())
        .computeIfAbsent(Ran.class, first -> new Ran(contract.client(), new TreeMap<>()), Ran.class)
        .flows()
        .put(test.getRequiredTestMethod().getName().replace('_', ' '), contract.outcome());
  }

  @Override
  public void afterAll(ExtensionContext contract) {
    var ran = store(contract).get(Ran.class, Ran.class);
    if (ran != null && ran.flows().size() == flowsOf(contract.getRequiredTestClass())) {
      ClientsPage.check(ran.client(), ran.flows());
    }
  }

  private static int flowsOf(Class<?> contract) {
    return AnnotationSupport.findAnnotatedMethods(
            contract, Test.class, HierarchyTraversalMode.TOP_DOWN)
        .size();
  }

  private static Store store(ExtensionContext contract) {
    return contract.getStore(HERE);
  }
}
