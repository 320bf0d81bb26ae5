package dev.startill.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.startill.sandbox.Sandbox;
import dev.startill.testkit.junit.StartillSandbox;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bot that is a module of its own requires what it sells with, and sells. */
class ModulesTest {
  private static final String DECLARATION =
      """
      module shop {
        requires dev.startill.jdbc;
        requires dev.startill.telegram.http;
      }
      """;

  private static final String SHOP =
      """
      package shop;

      import dev.startill.Startill;
      import dev.startill.catalog.Catalog;
      import dev.startill.catalog.Delivery;
      import dev.startill.catalog.Product;
      import dev.startill.catalog.ProductId;
      import dev.startill.jdbc.JdbcStore;
      import dev.startill.money.Stars;
      import dev.startill.party.BuyerId;
      import dev.startill.telegram.http.BotToken;
      import dev.startill.telegram.http.HttpBot;
      import dev.startill.telegram.http.HttpSettings;
      import java.net.URI;

      public class Shop {
        public static void main(String[] args) {
          var guide = new Product(
              new ProductId("guide"), "Guide", "All.", new Stars(50), new Delivery.Text("Here."));
          try (var bot = HttpBot.at(
                  URI.create(args[0]), BotToken.of(args[1]), HttpSettings.defaults());
              var store = JdbcStore.open("jdbc:sqlite:" + args[2], bot.id());
              var startill = Startill.over(store, bot.telegram())
                  .selling(Catalog.of(guide)).build()) {
            startill.sell("guide").to(new BuyerId(Long.parseLong(args[3]))).invoice();
            startill.step();
            System.out.println(Startill.class.getModule() + ", " + JdbcStore.class.getModule());
          }
        }
      }
      """;

  private static final Set<String> OURS =
      Set.of("dev.startill.core", "dev.startill.jdbc", "dev.startill.telegram.http");

  /** What they stand on; each is a module by its own declaration. */
  private static final Set<String> THEIRS =
      Set.of(
          "org.jspecify",
          "org.mariadb.jdbc",
          "org.slf4j",
          "org.xerial.sqlitejdbc",
          "tools.jackson.core");

  @TempDir Path folder;

  private String modulePath = "";

  @BeforeEach
  void find() {
    var jars =
        Stream.of(
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"))
                    .split(File.pathSeparator, -1))
            .map(Path::of)
            .filter(Files::exists)
            .toList();
    assumeTrue(
        jars.stream().anyMatch(jar -> jar.getFileName().toString().startsWith("startill-core")),
        "only a jar is a module: mvn verify");
    var found = jars.stream().filter(Files::isRegularFile).flatMap(ModulesTest::declared).toList();
    assertThat(found.stream().map(module -> module.descriptor().name())).containsAll(OURS);
    modulePath =
        found.stream()
            .map(module -> Path.of(module.location().orElseThrow()).toString())
            .collect(Collectors.joining(File.pathSeparator));
  }

  @Test
  void each_declares_all_that_its_classes_use() {
    for (var module : OURS) {
      var words =
          said(
              "jdeps",
              "--multi-release=21",
              "--module-path=" + modulePath,
              "--add-modules=" + String.join(",", THEIRS),
              "-summary",
              "--module=" + module);
      var used =
          words
              .lines()
              .filter(line -> line.startsWith(module + " -> "))
              .map(line -> line.substring(line.indexOf("> ") + 2))
              .toList();
      assertThat(used).contains("java.base", "org.slf4j");
      assertThat(required(module)).containsAll(used);
    }
  }

  @Test
  void each_exports_every_package_with_a_class_in_it() throws IOException {
    for (var module : OURS) {
      var found = reference(module);
      try (var files = found.open()) {
        var packages =
            files
                .list()
                .filter(file -> file.startsWith("dev/") && file.endsWith(".class"))
                .map(file -> file.substring(0, file.lastIndexOf('/')).replace('/', '.'))
                .collect(Collectors.toSet());
        assertThat(found.descriptor().exports().stream().map(ModuleDescriptor.Exports::source))
            .containsExactlyInAnyOrderElementsOf(packages);
      }
    }
  }

  @Test
  @StartillSandbox
  void a_shop_requires_them_and_its_invoice_arrives(Sandbox telegram) throws Exception {
    var token = telegram.token();
    var ann = telegram.buyer("Ann");
    ann.sends("/start");
    compile();

    var said =
        run(
            telegram.url().toString(),
            token,
            folder.resolve("shop.db").toString(),
            Long.toString(ann.id()));

    assertThat(said).contains("module dev.startill.core, module dev.startill.jdbc");
    assertThat(ann.reads().isInvoice()).isTrue();
  }

  private void compile() throws IOException {
    var sources = Files.createDirectories(folder.resolve("source/shop"));
    var declaration = Files.writeString(sources.resolveSibling("module-info.java"), DECLARATION);
    var shop = Files.writeString(sources.resolve("Shop.java"), SHOP);
    var words =
        said(
            "javac",
            "-proc:none",
            "-Xlint:all",
            "-Werror",
            // Without it this test's own class path counts, and not all of that need be there.
            "--class-path=" + folder,
            "--module-path=" + modulePath,
            "-d",
            folder.resolve("shop").toString(),
            declaration.toString(),
            shop.toString());
    assertThat(words).isEmpty();
  }

  private String run(String... args) throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var path = modulePath + File.pathSeparator + folder.resolve("shop");
    var command = Stream.of(java, "--module-path", path, "--module", "shop/shop.Shop");
    var process =
        new ProcessBuilder(Stream.concat(command, Stream.of(args)).toList())
            .redirectErrorStream(true)
            .start();
    try (var out = process.getInputStream()) {
      var said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as(said).isZero();
      return said;
    }
  }

  /** What one of the JDK's tools says, which has to be content. */
  private static String said(String tool, String... args) {
    var words = new StringWriter();
    var writer = new PrintWriter(words);
    var status = ToolProvider.findFirst(tool).orElseThrow().run(writer, writer, args);
    assertThat(status).as(words.toString()).isZero();
    return words.toString();
  }

  private Set<String> required(String module) {
    return reference(module).descriptor().requires().stream()
        .map(ModuleDescriptor.Requires::name)
        .collect(Collectors.toSet());
  }

  private ModuleReference reference(String module) {
    var paths = Stream.of(modulePath.split(File.pathSeparator, -1)).map(Path::of);
    return ModuleFinder.of(paths.toArray(Path[]::new)).find(module).orElseThrow();
  }

  /** The module in a jar, if it is one of those and says so itself. */
  private static Stream<ModuleReference> declared(Path jar) {
    return ModuleFinder.of(jar).findAll().stream()
        .filter(module -> !module.descriptor().isAutomatic())
        .filter(
            module ->
                OURS.contains(module.descriptor().name())
                    || THEIRS.contains(module.descriptor().name()));
  }
}
