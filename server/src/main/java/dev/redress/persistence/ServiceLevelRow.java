package dev.redress.persistence;

import dev.redress.identity.ProviderName;
import dev.redress.identity.ServiceLevelName;
import dev.redress.servicelevel.DisputePriority;
import dev.redress.servicelevel.ServiceLevel;
import dev.redress.servicelevel.ServiceScope;
import dev.redress.servicelevel.ServiceValues;
import dev.redress.servicelevel.ServiceValues.Percents;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table service_level.
 *
 * @param priority empty: any
 * @param ownerPercent with it the other two
 */
record ServiceLevelRow(
    String providerId,
    String customerId,
    String tier,
    String priority,
    String serviceLevelId,
    @Nullable Integer firstCallbackDays,
    @Nullable Integer attemptsMax,
    @Nullable Long attemptGapMinutes,
    @Nullable Long hangUpCoolDownMinutes,
    @Nullable Integer ownerPercent,
    @Nullable Integer leadPercent,
    @Nullable Integer accountManagerPercent,
    @Nullable Long repeatGapMinutes,
    @Nullable Long resolutionTargetMinutes,
    Instant updateTime,
    long version) {

  static ServiceLevelRow of(ServiceLevel level) {
    ServiceScope scope = level.scope();
    ServiceValues values = level.values();
    Percents percents = values.percents();
    return new ServiceLevelRow(
        level.name().provider().provider(),
        scope.customerId(),
        scope.tier(),
        priority(scope),
        level.name().serviceLevel(),
        values.firstCallbackDays(),
        values.attemptsMax(),
        minutes(values.attemptGap()),
        minutes(values.hangUpCoolDown()),
        percents == null ? null : percents.owner(),
        percents == null ? null : percents.lead(),
        percents == null ? null : percents.accountManager(),
        minutes(values.repeatGap()),
        minutes(values.resolutionTarget()),
        level.updateTime(),
        level.version());
  }

  /** As a scope's priority is stored. */
  static String priority(ServiceScope scope) {
    DisputePriority priority = scope.priority();
    return priority == null ? "" : priority.name();
  }

  ServiceLevel toServiceLevel() {
    return new ServiceLevel(
        new ServiceLevelName(new ProviderName(providerId), serviceLevelId),
        new ServiceScope(
            customerId, tier, priority.isEmpty() ? null : DisputePriority.valueOf(priority)),
        new ServiceValues(
            firstCallbackDays,
            attemptsMax,
            duration(attemptGapMinutes),
            duration(hangUpCoolDownMinutes),
            percents(),
            duration(repeatGapMinutes),
            duration(resolutionTargetMinutes)),
        updateTime,
        version);
  }

  private @Nullable Percents percents() {
    return ownerPercent == null || leadPercent == null || accountManagerPercent == null
        ? null
        : new Percents(ownerPercent, leadPercent, accountManagerPercent);
  }

  private static @Nullable Long minutes(@Nullable Duration time) {
    return time == null ? null : time.toMinutes();
  }

  private static @Nullable Duration duration(@Nullable Long minutes) {
    return minutes == null ? null : Duration.ofMinutes(minutes);
  }
}
