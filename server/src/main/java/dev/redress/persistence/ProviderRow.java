package dev.redress.persistence;

import dev.redress.customer.Provider;
import dev.redress.customer.ProviderSettings;
import dev.redress.identity.ProviderName;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of the table provider. */
record ProviderRow(
    String providerId,
    String displayName,
    String defaultOwner,
    String businessWeek,
    String holidayRegion,
    String ownHolidays,
    int firstCallbackDays,
    long attemptGapMinutes,
    int attemptsMax,
    int coolingOffDays,
    int holdDays,
    long resolutionTargetMinutes,
    @Nullable LocalDate requestLogCompleteFrom,
    Instant createTime,
    Instant updateTime,
    long version) {

  static ProviderRow of(Provider provider) {
    ProviderSettings settings = provider.settings();
    return new ProviderRow(
        provider.name().provider(),
        provider.displayName(),
        settings.defaultOwner(),
        CalendarText.write(settings.businessWeek()),
        CalendarText.write(settings.holidayRegion()),
        CalendarText.write(settings.ownHolidays()),
        settings.firstCallbackDays(),
        settings.attemptGap().toMinutes(),
        settings.attemptsMax(),
        settings.coolingOffDays(),
        settings.holdDays(),
        settings.resolutionTarget().toMinutes(),
        settings.requestLogCompleteFrom(),
        provider.createTime(),
        provider.updateTime(),
        provider.version());
  }

  Provider toProvider() {
    return new Provider(
        new ProviderName(providerId),
        displayName,
        new ProviderSettings(
            defaultOwner,
            CalendarText.week(businessWeek),
            CalendarText.region(holidayRegion),
            CalendarText.ownHolidays(ownHolidays),
            firstCallbackDays,
            Duration.ofMinutes(attemptGapMinutes),
            attemptsMax,
            coolingOffDays,
            holdDays,
            Duration.ofMinutes(resolutionTargetMinutes),
            requestLogCompleteFrom),
        createTime,
        updateTime,
        version);
  }
}
