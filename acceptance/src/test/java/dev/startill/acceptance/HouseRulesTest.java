package dev.startill.acceptance;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The architecture, as far as a machine can hold it. */
class HouseRulesTest {
  private static final String[] PURE = {
    "dev.startill.money..",
    "dev.startill.party..",
    "dev.startill.catalog..",
    "dev.startill.ledger..",
    "dev.startill.payment..",
    "dev.startill.settings.."
  };
  private static final String[] CORE = {
    "dev.startill",
    "dev.startill.money..",
    "dev.startill.party..",
    "dev.startill.catalog..",
    "dev.startill.ledger..",
    "dev.startill.payment..",
    "dev.startill.settings..",
    "dev.startill.port..",
    "dev.startill.node..",
    "dev.startill.intake..",
    "dev.startill.outbox..",
    "dev.startill.reconciliation..",
    "dev.startill.doctor..",
    "dev.startill.report.."
  };

  private static JavaClasses house;

  @BeforeAll
  static void walk_through_the_house() {
    house =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.startill");
    assertThat(house.size()).isGreaterThan(100);
  }

  @Test
  void core_leans_on_nothing_but_java_slf4j_and_jspecify() {
    classes()
        .that()
        .resideInAnyPackage(CORE)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(CORE)
                .or(resideInAnyPackage("java..", "org.slf4j..", "org.jspecify..")))
        .check(house);
  }

  @Test
  void pure_floors_know_no_io_no_thread_and_no_log() {
    classes()
        .that()
        .resideInAnyPackage(PURE)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(PURE)
                .or(
                    resideInAnyPackage(
                        "java.lang",
                        "java.lang.annotation",
                        "java.lang.invoke",
                        "java.lang.runtime",
                        "java.util",
                        "java.util.function",
                        "java.util.regex",
                        "java.util.stream",
                        "java.time",
                        "org.jspecify..")))
        .check(house);
  }

  @Test
  void floors_use_only_the_floors_below() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage(CORE[0], CORE)
        .layer("front door")
        .definedBy("dev.startill")
        .layer("outbox")
        .definedBy("dev.startill.outbox..")
        .layer("reconciliation")
        .definedBy("dev.startill.reconciliation..")
        .layer("doctor")
        .definedBy("dev.startill.doctor..")
        .layer("report")
        .definedBy("dev.startill.report..")
        .layer("intake")
        .definedBy("dev.startill.intake..")
        .layer("node")
        .definedBy("dev.startill.node..")
        .layer("port")
        .definedBy("dev.startill.port..")
        .layer("payment")
        .definedBy("dev.startill.payment..")
        .layer("catalog")
        .definedBy("dev.startill.catalog..")
        .layer("ledger")
        .definedBy("dev.startill.ledger..")
        .whereLayer("front door")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("outbox")
        .mayOnlyBeAccessedByLayers("front door")
        .whereLayer("reconciliation")
        .mayOnlyBeAccessedByLayers("front door")
        .whereLayer("doctor")
        .mayOnlyBeAccessedByLayers("front door")
        .whereLayer("report")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("intake")
        .mayOnlyBeAccessedByLayers("front door", "outbox", "reconciliation")
        .whereLayer("node")
        .mayOnlyBeAccessedByLayers("front door")
        .whereLayer("port")
        .mayOnlyBeAccessedByLayers(
            "front door", "outbox", "reconciliation", "doctor", "report", "intake", "node")
        .whereLayer("payment")
        .mayOnlyBeAccessedByLayers(
            "front door", "outbox", "reconciliation", "report", "intake", "port")
        .whereLayer("ledger")
        .mayOnlyBeAccessedByLayers(
            "front door", "outbox", "reconciliation", "report", "intake", "port", "payment")
        .check(house);
  }

  @Test
  void the_sandbox_shares_no_line_with_what_it_judges() {
    noClasses()
        .that()
        .resideInAPackage("dev.startill.sandbox..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(CORE)
                .or(
                    resideInAnyPackage(
                        "dev.startill.telegram..", "dev.startill.jdbc..", "dev.startill.server..")))
        .check(house);
    noClasses()
        .that()
        .resideInAnyPackage(CORE)
        .or()
        .resideInAnyPackage("dev.startill.telegram..", "dev.startill.jdbc..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.startill.sandbox..")
        .check(house);
  }

  @Test
  void stores_and_adapters_know_the_core_alone() {
    noClasses()
        .that()
        .resideInAPackage("dev.startill.jdbc..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.startill.telegram..", "dev.startill.server..")
        .check(house);
    noClasses()
        .that()
        .resideInAPackage("dev.startill.telegram..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.startill.jdbc..", "dev.startill.server..")
        .check(house);
  }

  /** By their sources: their libraries do not live in one class path. */
  @Test
  void adapters_to_bot_libraries_know_plain_http_and_never_each_other() throws IOException {
    var common =
        "java\\.|org\\.(slf4j|jspecify)\\."
            + "|dev\\.startill\\.(?!jdbc|server|sandbox|testkit|telegram\\.(?!http\\.))";
    assertImports("telegram/http", common + "|javax\\.net\\.|tools\\.jackson\\.core\\.");
    assertImports(
        "telegram/pengrad", common + "|okhttp3\\.|com\\.(pengrad\\.telegrambot|google\\.gson)\\.");
    assertImports(
        "telegram/telegrambots",
        common + "|okhttp3\\.|org\\.telegram\\.telegrambots\\.|com\\.fasterxml\\.jackson\\.");
  }

  private static void assertImports(String module, String allowed) throws IOException {
    for (var file : sources(module + "/src/main/java")) {
      assertThat(
              Files.readAllLines(file).stream()
                  .filter(line -> line.startsWith("import "))
                  .map(line -> line.replaceFirst("import (static )?", "")))
          .as("imports of %s", file)
          .allMatch(name -> Pattern.compile(allowed).matcher(name).lookingAt());
    }
  }

  @Test
  void time_chance_and_threads_come_in_by_hand() {
    noClasses()
        .that()
        .resideInAnyPackage(CORE)
        .or()
        .resideInAPackage("dev.startill.jdbc..")
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(UUID.class, "randomUUID")
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callMethod(Thread.class, "sleep", long.class)
        .check(house);
    noClasses()
        .that()
        .resideInAnyPackage(CORE)
        .and()
        .doNotHaveFullyQualifiedName("dev.startill.Setup")
        .should()
        .callMethod(InstantSource.class, "system")
        .check(house);
  }

  @Test
  void names_say_what_a_thing_is() {
    noClasses()
        .should()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Util")
        .orShould()
        .haveSimpleNameEndingWith("Utils")
        .orShould()
        .haveSimpleNameEndingWith("Impl")
        .orShould()
        .haveSimpleNameEndingWith("Dto")
        .orShould()
        .haveSimpleNameStartingWith("Default")
        .orShould()
        .haveSimpleNameStartingWith("Abstract")
        .check(house);
  }

  @Test
  void no_switch_of_the_core_has_a_default() throws IOException {
    var fallback = Pattern.compile("\\bdefault\\s*(->|:)");
    for (var file : sources("core/src/main/java")) {
      assertThat(fallback.matcher(Files.readString(file)).find())
          .as("a default in a switch of %s", file)
          .isFalse();
    }
  }

  @Test
  void every_package_says_what_lives_there_and_no_file_is_a_barn() throws IOException {
    for (var module :
        List.of(
            "core",
            "jdbc",
            "telegram/http",
            "spring-boot-starter",
            "spring-boot-starter-test",
            "telegram/pengrad",
            "telegram/telegrambots",
            "sandbox",
            "simulation",
            "server",
            "testkit",
            "examples/hand-written",
            "examples/mini-app",
            "examples/pengrad",
            "examples/spring-jpa-shop",
            "examples/telegrambots")) {
      for (var file : sources(module + "/src/main/java")) {
        assertThat(file.resolveSibling("package-info.java")).content().contains("@NullMarked");
        try (var lines = Files.lines(file)) {
          assertThat(lines.count()).as("lines of %s", file).isLessThanOrEqualTo(350);
        }
      }
    }
  }

  private static List<Path> sources(String folder) throws IOException {
    try (var files = Files.walk(Project.root().resolve(folder))) {
      var found = files.filter(file -> file.toString().endsWith(".java")).toList();
      assertThat(found).as("sources below " + folder).isNotEmpty();
      return found;
    }
  }
}
