package dev.startill.server.tools;

import dev.startill.port.SettingsException;
import dev.startill.port.StoreException;
import dev.startill.server.config.Config;
import dev.startill.server.tools.Finding.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code doctor}: looks at everything that a shop needs, and says what to do about what is ill. */
final class Doctor {
  static final Tool TOOL = new Tool("doctor", Set.of(), Set.of(), 0, Doctor::run);

  private final Call call;
  private final List<Finding> findings = new ArrayList<>();

  private Doctor(Call call) {
    this.call = call;
  }

  private static int run(Call call) {
    return new Doctor(call).examine();
  }

  private int examine() {
    tell(Machine.java());
    config().ifPresent(this::examine);
    var ill = count(Level.FAIL);
    if (call.isForMachine()) {
      call.console()
          .json(
              Map.of(
                  "healthy",
                  ill == 0,
                  "checks",
                  findings.stream().map(Finding::forMachine).toList()));
    } else {
      call.console().line("");
      call.console().line(summary(ill, count(Level.WARN)));
    }
    return ill == 0 ? Tool.DONE : Tool.REFUSED;
  }

  private Optional<Config> config() {
    try {
      var config = call.config();
      tell(Finding.ok("config", call.configFile() + " is right."));
      return Optional.of(config);
    } catch (SettingsException e) {
      tell(Finding.fail("config", String.valueOf(e.getMessage())));
      return Optional.empty();
    }
  }

  private void examine(Config config) {
    config.database().ifPresent(file -> tell(Machine.disk(file)));
    try (var office = Office.open(config)) {
      Shop.of(office).forEach(this::tell);
      Line.to(office.bot(), config, office.clock()).forEach(this::tell);
    } catch (SettingsException e) {
      tell(Finding.warn("database", String.valueOf(e.getMessage())));
      Line.to(config).forEach(this::tell);
    } catch (StoreException e) {
      tell(Finding.fail("database", String.valueOf(e.getMessage())));
      Line.to(config).forEach(this::tell);
    }
  }

  /** Said at once: what comes next may take its time. */
  private void tell(Finding finding) {
    findings.add(finding);
    if (!call.isForMachine()) {
      call.console().line(finding.line());
    }
  }

  private long count(Level level) {
    return findings.stream().filter(finding -> finding.level() == level).count();
  }

  private static String summary(long ill, long doubtful) {
    if (ill > 0) {
      return ill == 1 ? "1 thing is ill." : ill + " things are ill.";
    }
    return doubtful == 0 ? "All is well." : "Nothing is ill; %d to look at.".formatted(doubtful);
  }
}
