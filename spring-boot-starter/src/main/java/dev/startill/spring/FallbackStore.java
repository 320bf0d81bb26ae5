package dev.startill.spring;

/**
 * Where the books are kept if neither the properties nor the DataSource lead to a database for
 * them. A bean for tests; an application says where its money is.
 *
 * @param url the JDBC URL
 */
public record FallbackStore(String url) {}
