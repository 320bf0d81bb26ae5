package dev.startill.server.tools;

import dev.startill.doctor.Ailment;
import dev.startill.doctor.Diagnosis;
import dev.startill.doctor.Doctor;
import dev.startill.doctor.Expectation;
import dev.startill.doctor.Finding;
import dev.startill.doctor.Keeping;
import dev.startill.doctor.Subject;
import dev.startill.jdbc.JdbcStore;
import dev.startill.port.SettingsException;
import dev.startill.port.StoreException;
import dev.startill.server.config.Config;
import dev.startill.telegram.http.HttpBot;
import dev.startill.telegram.http.HttpSettings;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code doctor}: looks at everything that a shop needs, and says what to do about what is ill. */
final class Examination {
  static final Tool TOOL = new Tool("doctor", Set.of(), Set.of(), 0, Examination::run);

  private final Call call;
  private final List<Finding> findings = new ArrayList<>();
  private final Doctor doctor = new Doctor(InstantSource.system(), this::tell);

  private Examination(Call call) {
    this.call = call;
  }

  private static int run(Call call) {
    return new Examination(call).examine();
  }

  private int examine() {
    tell(Machine.java());
    config().ifPresent(this::examine);
    var diagnosis = new Diagnosis(findings);
    if (call.isForMachine()) {
      call.console().json(Chart.forMachine(diagnosis));
    } else {
      call.console().line("");
      call.console().line(Chart.summary(diagnosis));
    }
    return diagnosis.isHealthy() ? Tool.DONE : Tool.REFUSED;
  }

  private Optional<Config> config() {
    try {
      var config = call.config();
      tell(new Finding.Well(Subject.CONFIG, call.configFile() + " is right."));
      return Optional.of(config);
    } catch (SettingsException e) {
      tell(Ailment.CONFIG_WRONG.found(String.valueOf(e.getMessage())));
      return Optional.empty();
    }
  }

  private void examine(Config config) {
    try (var office = Office.open(config)) {
      doctor.store(office.store(), config.settings());
      tell(Service.of(office));
      doctor.goods(config.catalog());
      doctor.stock(config.catalog(), office.store());
      doctor.telegram(office.bot().telegram(), meant(config, office.isServed()));
    } catch (SettingsException e) {
      var isAbsent = config.database().filter(file -> !Files.exists(file)).isPresent();
      var ailment = isAbsent ? Ailment.STORE_ABSENT : Ailment.CONFIG_WRONG;
      tell(ailment.found(String.valueOf(e.getMessage())));
      withoutStore(config, meant(config, false));
    } catch (StoreException e) {
      tell(Ailment.STORE_UNREACHED.found(String.valueOf(e.getMessage())));
      withoutStore(config, meant(config, true));
    }
  }

  /** Telegram can be asked all the same; a server may run on a store that we cannot reach. */
  private void withoutStore(Config config, Expectation expected) {
    config
        .database()
        .flatMap(file -> JdbcStore.disk(config.store()))
        .map(Keeping::disk)
        .ifPresent(disk -> disk.forEach(this::tell));
    doctor.goods(config.catalog());
    var telegram = config.telegram();
    try (var bot = HttpBot.at(telegram.api(), telegram.token(), HttpSettings.defaults())) {
      doctor.telegram(bot.telegram(), expected);
    }
  }

  /** A server sets right what it finds otherwise, but only when it starts. */
  private static Expectation meant(Config config, boolean served) {
    var meant =
        switch (config.telegram().updates()) {
          case Config.Updates.Polling polling -> Expectation.polling();
          case Config.Updates.Webhook webhook -> Expectation.webhook(webhook.url());
        };
    return served ? meant : meant.leftToServer();
  }

  /** Said at once: what comes next may take its time. */
  private void tell(Finding finding) {
    findings.add(finding);
    if (!call.isForMachine()) {
      call.console().line(Chart.line(finding));
    }
  }
}
