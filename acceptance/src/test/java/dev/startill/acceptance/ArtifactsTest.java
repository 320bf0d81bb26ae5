package dev.startill.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.acceptance.Poms.Pom;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is published, and what is said of it. What is built for it, .ci/release looks at. */
class ArtifactsTest {
  private static final String VERSION = "/project/version";

  private static final String TYPE =
      "public (?:[a-z-]+ )*(?:class|interface|@interface|enum|record) ";
  private static final Pattern PUBLIC = Pattern.compile("^" + TYPE, Pattern.MULTILINE);
  private static final Pattern DOCUMENTED = Pattern.compile("\\*/\n(?:[@ )}].*\n)*" + TYPE);

  private final Pom bom =
      Poms.modules().stream()
          .filter(pom -> pom.artifact().equals("startill-bom"))
          .findFirst()
          .orElseThrow();

  @Test
  void all_that_is_published_stands_in_the_bom_and_nothing_else() {
    assertThat(bom.all("//dependencyManagement//artifactId"))
        .containsExactlyInAnyOrderElementsOf(libraries().stream().map(Pom::artifact).toList())
        .contains("startill-core", "startill-jdbc", "startill-sandbox", "startill-testkit")
        .doesNotContain("startill-acceptance", "startill-benchmarks", "startill-server");
    assertThat(bom.all("//dependencyManagement//version"))
        .containsOnly("${project.version}")
        .hasSameSizeAs(libraries());
  }

  @Test
  void all_have_one_version() {
    var version = Poms.root().only(VERSION);
    assertThat(bom.only(VERSION)).isEqualTo(version);
    assertThat(Poms.modules())
        .filteredOn(pom -> !pom.artifact().equals(bom.artifact()))
        .allSatisfy(pom -> assertThat(pom.all("/project/parent/version")).contains(version));
  }

  @Test
  void the_bom_says_of_itself_what_the_others_inherit() {
    for (var said : List.of("/project/licenses", "/project/developers", "/project/inceptionYear")) {
      assertThat(words(bom.only(said))).isEqualTo(words(Poms.root().only(said)));
    }
  }

  @Test
  void whatever_is_published_has_a_name_a_sentence_and_a_module() {
    assertThat(libraries())
        .allSatisfy(
            pom -> {
              assertThat(pom.only("/project/name")).startsWith("Startill ");
              assertThat(pom.only("/project/description")).endsWith(".");
              assertThat(isModule(pom) || isNamed(pom))
                  .as("a module-info.java, or one Automatic-Module-Name, of " + pom.artifact())
                  .isTrue();
            });
  }

  @Test
  void convergence_is_demanded_of_all_but_those_that_the_decision_names() {
    assertThat(Poms.modules())
        .filteredOn(pom -> pom.all("/project/properties/convergence.skip").contains("true"))
        .extracting(Pom::artifact)
        .containsExactlyInAnyOrder(
            "startill-spring-boot-starter",
            "startill-spring-boot-starter-test",
            "startill-acceptance-spring-boot-3",
            "startill-benchmark-spring",
            "startill-examples");
    assertThat(Poms.modules())
        .allSatisfy(pom -> assertThat(pom.all("/project/properties/enforcer.skip")).isEmpty());
  }

  @Test
  void every_public_type_of_it_says_what_it_is() throws IOException {
    for (var library : libraries()) {
      try (var files = Files.walk(library.folder().resolve("src/main/java"))) {
        for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          var source = Files.readString(file);
          assertThat(!PUBLIC.matcher(source).find() || DOCUMENTED.matcher(source).find())
              .as("Javadoc of " + file)
              .isTrue();
        }
      }
    }
  }

  private static boolean isModule(Pom pom) {
    return Files.exists(pom.folder().resolve("src/main/module/module-info.java"));
  }

  /** By a package of its own, which no other module can have. */
  private static boolean isNamed(Pom pom) {
    var names = pom.all("//Automatic-Module-Name");
    return names.size() == 1
        && Files.exists(
            pom.folder()
                .resolve("src/main/java")
                .resolve(names.getFirst().replace('.', '/'))
                .resolve("package-info.java"));
  }

  private static List<Pom> libraries() {
    return Poms.modules().stream()
        .filter(Pom::isPublished)
        .filter(pom -> !pom.all("/project/packaging").contains("pom"))
        .toList();
  }

  private static String words(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
