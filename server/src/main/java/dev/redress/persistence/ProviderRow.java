package dev.redress.persistence;

import dev.redress.customer.Provider;
import dev.redress.customer.ProviderSettings;
import dev.redress.identity.ProviderName;
import dev.redress.time.BusinessWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A row of the table provider. */
record ProviderRow(
    String providerId,
    String displayName,
    String defaultOwner,
    String businessWindows,
    int firstCallbackDays,
    long attemptGapMinutes,
    int attemptsMax,
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
        write(settings.businessWindows()),
        settings.firstCallbackDays(),
        settings.attemptGap().toMinutes(),
        settings.attemptsMax(),
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
            read(businessWindows),
            firstCallbackDays,
            Duration.ofMinutes(attemptGapMinutes),
            attemptsMax,
            requestLogCompleteFrom),
        createTime,
        updateTime,
        version);
  }

  private static String write(List<BusinessWindow> windows) {
    return windows.stream()
        .map(window -> window.startMinutes() + "-" + window.endMinutes())
        .collect(Collectors.joining(","));
  }

  private static List<BusinessWindow> read(String windows) {
    return Arrays.stream(windows.split(","))
        .map(window -> window.split("-"))
        .map(ends -> new BusinessWindow(Integer.parseInt(ends[0]), Integer.parseInt(ends[1])))
        .toList();
  }
}
