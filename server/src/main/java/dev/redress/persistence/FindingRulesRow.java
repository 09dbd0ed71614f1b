package dev.redress.persistence;

import dev.redress.finding.FindingCode;
import dev.redress.finding.FindingMode;
import dev.redress.finding.FindingRules;
import dev.redress.finding.Thresholds;
import dev.redress.identity.ProviderName;
import dev.redress.reconciliation.FindingRulesStore.Versioned;
import dev.redress.time.Hours;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A row of the table finding_rules.
 *
 * @param dayHoursMax in 1/10,000 h
 * @param blockHoursMin in 1/10,000 h
 * @param watchWords one a line
 * @param modes {@code CODE=MODE}, one a line
 */
record FindingRulesRow(
    String providerId,
    int beforeRequestDays,
    int afterCloseDays,
    int overlapMinutes,
    long dayHoursMax,
    int lateLoggedDays,
    long blockHoursMin,
    int blockTasksMin,
    int staleDays,
    String watchWords,
    String modes,
    long version) {

  static FindingRulesRow of(ProviderName provider, Versioned versioned) {
    Thresholds thresholds = versioned.rules().thresholds();
    return new FindingRulesRow(
        provider.provider(),
        thresholds.beforeRequestDays(),
        thresholds.afterCloseDays(),
        thresholds.overlapMinutes(),
        thresholds.dayHoursMax().tenThousandths(),
        thresholds.lateLoggedDays(),
        thresholds.blockHoursMin().tenThousandths(),
        thresholds.blockTasksMin(),
        thresholds.staleDays(),
        String.join("\n", thresholds.watchWords()),
        versioned.rules().modes().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(mode -> mode.getKey() + "=" + mode.getValue())
            .collect(Collectors.joining("\n")),
        versioned.version());
  }

  Versioned toRules() {
    Map<FindingCode, FindingMode> byCode = new EnumMap<>(FindingCode.class);
    modes
        .lines()
        .forEach(
            line -> {
              int equals = line.indexOf('=');
              byCode.put(
                  FindingCode.valueOf(line.substring(0, equals)),
                  FindingMode.valueOf(line.substring(equals + 1)));
            });
    return new Versioned(
        new FindingRules(
            byCode,
            new Thresholds(
                beforeRequestDays,
                afterCloseDays,
                overlapMinutes,
                new Hours(dayHoursMax),
                lateLoggedDays,
                new Hours(blockHoursMin),
                blockTasksMin,
                staleDays,
                watchWords.isEmpty() ? List.of() : watchWords.lines().toList())),
        version);
  }
}
