package dev.startill.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.configurationmetadata.ConfigurationMetadataProperty;
import org.springframework.boot.configurationmetadata.ConfigurationMetadataRepository;
import org.springframework.boot.configurationmetadata.ConfigurationMetadataRepositoryJsonBuilder;

/** What an IDE shows while somebody writes {@code startill.} into a file of properties. */
class MetadataTest {
  @Test
  void each_property_has_a_description_that_is_a_sentence() throws IOException {
    assertThat(properties().getAllProperties().values())
        .isNotEmpty()
        .allSatisfy(
            property ->
                assertThat(property.getDescription())
                    .as(property.getId())
                    .isNotBlank()
                    .matches("[A-Z].*\\."));
  }

  @Test
  void a_shop_can_be_written_with_them() throws IOException {
    assertThat(properties().getAllProperties().keySet())
        .contains(
            "startill.enabled",
            "startill.telegram.token",
            "startill.telegram.api-url",
            "startill.telegram.updates",
            "startill.telegram.webhook.url",
            "startill.telegram.webhook.secret",
            "startill.store.url",
            "startill.reconcile.every",
            "startill.products");
    assertThat(property("startill.telegram.updates").getDefaultValue()).isEqualTo("none");
    assertThat(property("startill.telegram.api-url").getDefaultValue())
        .isEqualTo("https://api.telegram.org");
  }

  /** {@code mvn test -Dgolden=write} rewrites it. */
  @Test
  void the_page_of_all_properties_is_true() throws IOException {
    var page = Path.of("..", "docs", "reference", "spring-properties.md");
    var expected = page();
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(page, expected);
    }
    assertThat(page).as("rewrite it with: mvn test -Dgolden=write").hasContent(expected);
  }

  private static String page() throws IOException {
    var rows =
        properties().getAllProperties().values().stream()
            .sorted(Comparator.comparing(ConfigurationMetadataProperty::getId))
            .map(MetadataTest::row)
            .collect(Collectors.joining());
    return """
        # Properties of the Spring Boot starter

        What an application may say under `startill`; anything else there is an error at the start.
        How they go together is told in [with Spring Boot](../guides/with-spring-boot.md).

        | property | by default | what it says |
        | --- | --- | --- |
        %s
        Each of `startill.products` has %s; its `deliver` has one of %s.
        """
        .formatted(
            rows, keys(StartillProperties.Offer.class), keys(StartillProperties.Deliver.class));
  }

  private static String row(ConfigurationMetadataProperty property) {
    var usual = property.getDefaultValue();
    return "| `%s` | %s | %s |%n"
        .formatted(
            property.getId(),
            usual == null ? "" : "`" + usual + "`",
            property.getDescription().replace("|", "\\|"));
  }

  private static String keys(Class<?> section) {
    return Stream.of(section.getRecordComponents())
        .map(component -> "`" + component.getName() + "`")
        .collect(Collectors.joining(", "));
  }

  private static ConfigurationMetadataProperty property(String id) throws IOException {
    return Objects.requireNonNull(properties().getAllProperties().get(id));
  }

  private static ConfigurationMetadataRepository properties() throws IOException {
    try (var json =
        StartillProperties.class.getResourceAsStream(
            "/META-INF/spring-configuration-metadata.json")) {
      return ConfigurationMetadataRepositoryJsonBuilder.create(Objects.requireNonNull(json))
          .build();
    }
  }
}
