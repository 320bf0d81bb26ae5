package dev.startill.server.config;

import dev.startill.jdbc.TablePrefix;
import dev.startill.port.SettingsException;
import dev.startill.server.config.Config.Http;
import dev.startill.server.config.Config.Shop;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/** Reads the top of the file. For one thread, once. */
final class ConfigReader {
  static final String DEFAULT_STORE = "jdbc:sqlite:startill.db";
  static final int DEFAULT_PORT = 8080;
  static final String DEFAULT_BIND = "127.0.0.1";

  /** Telegram takes 4096 characters a message: https://core.telegram.org/bots/api#sendmessage. */
  static final int MAX_MESSAGE = 4096;

  private static final List<String> DATABASES =
      List.of("jdbc:sqlite:", "jdbc:postgresql:", "jdbc:mariadb:", "jdbc:mysql:");

  private final Section top;

  ConfigReader(Section top) {
    this.top = top;
  }

  /** The settings, if nothing is wrong with them; problems are noted in the reading. */
  Optional<Config> read() {
    var telegram = new TelegramReader(top.section("telegram")).read();
    var section = top.section("store");
    var store = store(section);
    var tablePrefix = tablePrefix(section);
    var migrates = migrates(section);
    section.nothingElse();
    var http = http();
    var money = new MoneyReader(top);
    var refunds = money.refunds();
    var reconciling = money.reconciling();
    var rates = money.rates();
    var shop = shop();
    var offers = new OffersReader(top).read();
    var node = new NodeReader(top.section("node")).read();
    top.nothingElse();
    if (!top.reading().problems().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Config(
            telegram.orElseThrow(),
            store,
            tablePrefix,
            migrates,
            http,
            refunds,
            reconciling,
            rates,
            shop,
            offers,
            node));
  }

  private static String store(Section section) {
    var setting = section.value("url", "STARTILL_STORE_URL");
    var url = setting.flatMap(Setting::text);
    if (setting.isPresent() && url.isPresent() && !isKnown(url.get())) {
      setting
          .get()
          .problem(
              "names a database that this version does not know.",
              "Write 'jdbc:sqlite:' and a file's name, such as "
                  + DEFAULT_STORE
                  + ", or 'jdbc:postgresql://' or 'jdbc:mariadb://' and where the server is.");
    }
    return url.orElse(DEFAULT_STORE);
  }

  private static TablePrefix tablePrefix(Section section) {
    var setting = section.value("table-prefix", "STARTILL_STORE_TABLE_PREFIX");
    try {
      return new TablePrefix(setting.flatMap(Setting::text).orElse(""));
    } catch (SettingsException e) {
      setting.ifPresent(
          bad -> bad.problem("is " + bad.quoted() + ".", String.valueOf(e.getMessage())));
      return TablePrefix.NONE;
    }
  }

  private static boolean migrates(Section section) {
    return section.value("migrate", "STARTILL_STORE_MIGRATE").flatMap(Setting::truth).orElse(true);
  }

  private static boolean isKnown(String url) {
    return DATABASES.stream()
        .anyMatch(prefix -> url.startsWith(prefix) && url.length() > prefix.length());
  }

  private Http http() {
    var section = top.section("http");
    var port =
        section
            .value("port", "STARTILL_PORT")
            .flatMap(port1 -> port1.whole(0, 65_535, "Write a port from 0 (any free) to 65535."))
            .map(Long::intValue);
    var bind = section.value("bind").flatMap(this::address);
    section.nothingElse();
    return new Http(port.orElse(DEFAULT_PORT), bind.orElse(DEFAULT_BIND));
  }

  private Optional<String> address(Setting bind) {
    var text = bind.text();
    try {
      if (text.isPresent()) {
        InetAddress.getByName(text.get());
      }
      return text;
    } catch (UnknownHostException e) {
      bind.problem(
          "is " + bind.quoted() + ", which is no address.",
          "Write an address of this machine, such as 127.0.0.1, or 0.0.0.0 for all of them.");
      return Optional.empty();
    }
  }

  private Shop shop() {
    var section = top.section("shop");
    var shop =
        new Shop(words(section, "greeting"), words(section, "support"), words(section, "terms"));
    section.nothingElse();
    return shop;
  }

  private static Optional<String> words(Section section, String key) {
    return section
        .value(key)
        .flatMap(
            setting ->
                setting.text(MAX_MESSAGE, "Telegram takes 4096 in one message: shorten it."));
  }
}
