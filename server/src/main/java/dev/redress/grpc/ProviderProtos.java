package dev.redress.grpc;

import com.google.protobuf.FieldMask;
import dev.redress.customer.Calendars;
import dev.redress.customer.Provider;
import dev.redress.customer.ProviderSettings;
import dev.redress.error.RedressException;
import dev.redress.time.BusinessWeek;
import dev.redress.time.HolidayRegion;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Conversion of providers and their settings. */
final class ProviderProtos {
  private static final Set<String> FIXED = Set.of("name", "create_time", "update_time", "etag");

  private static final String BUSINESS_WINDOWS = "settings.business_windows";
  private static final String BUSINESS_DAYS = "settings.business_days";

  private ProviderProtos() {}

  /** For the wire. */
  static dev.redress.v1.Provider toProto(Provider provider) {
    return dev.redress.v1.Provider.newBuilder()
        .setName(provider.name().toString())
        .setDisplayName(provider.displayName())
        .setSettings(toProto(provider.settings()))
        .setCreateTime(TimeProtos.toProto(provider.createTime()))
        .setUpdateTime(TimeProtos.toProto(provider.updateTime()))
        .setEtag(Etags.of(provider.version()))
        .build();
  }

  /** The name that people read, from the wire. */
  static String displayName(Field field, dev.redress.v1.Provider provider) {
    return field.child("display_name").requiredText(provider.getDisplayName(), Field.SHORT_MAX);
  }

  /**
   * Settings from the wire; absent fields take their defaults.
   *
   * @throws RedressException {@code FIELD_INVALID}
   */
  static ProviderSettings settings(
      Field field, dev.redress.v1.ProviderSettings settings, Calendars calendars) {
    ProviderSettings standard = ProviderSettings.DEFAULT;
    return field.checked(
        () ->
            calendars.open(
                new ProviderSettings(
                    settings.getDefaultOwner().isEmpty()
                        ? standard.defaultOwner()
                        : field
                            .child("default_owner")
                            .requiredText(settings.getDefaultOwner(), Field.SHORT_MAX),
                    week(field, settings),
                    CalendarProtos.region(
                        field.child("holiday_region"), settings.getHolidayRegion(), calendars),
                    CalendarProtos.ownHolidays(
                        field, settings.getOwnHolidaysList(), settings.getHolidayFile(), calendars),
                    settings.getFirstCallbackDays() == 0
                        ? standard.firstCallbackDays()
                        : field
                            .child("first_callback_days")
                            .number(settings.getFirstCallbackDays(), 1, 3),
                    settings.hasAttemptGap()
                        ? TimeProtos.fromProto(field.child("attempt_gap"), settings.getAttemptGap())
                        : standard.attemptGap(),
                    settings.getAttemptsMax() == 0
                        ? standard.attemptsMax()
                        : field.child("attempts_max").number(settings.getAttemptsMax(), 1, 20),
                    settings.getCoolingOffDays() == 0
                        ? standard.coolingOffDays()
                        : field
                            .child("cooling_off_days")
                            .number(settings.getCoolingOffDays(), 1, 60),
                    settings.getHoldDays() == 0
                        ? standard.holdDays()
                        : field.child("hold_days").number(settings.getHoldDays(), 1, 365),
                    settings.hasResolutionTarget()
                        ? TimeProtos.fromProto(
                            field.child("resolution_target"), settings.getResolutionTarget())
                        : standard.resolutionTarget(),
                    completeFrom(field, settings))));
  }

  /** The fields that an update changes. */
  static FieldMask mask(FieldMask mask, dev.redress.v1.Provider given) {
    return FieldMasks.of(mask, given, FIXED);
  }

  /** The stored provider with the masked fields of the given one. */
  static Provider merge(
      FieldMask mask, dev.redress.v1.Provider given, Provider stored, Calendars calendars) {
    Field field = new Field("provider");
    dev.redress.v1.Provider merged = FieldMasks.merge(mask, given, withoutOtherForm(mask, stored));
    return new Provider(
        stored.name(),
        displayName(field, merged),
        settings(field.child("settings"), merged.getSettings(), calendars),
        stored.createTime(),
        stored.updateTime(),
        stored.version());
  }

  private static dev.redress.v1.ProviderSettings toProto(ProviderSettings settings) {
    dev.redress.v1.ProviderSettings.Builder proto =
        dev.redress.v1.ProviderSettings.newBuilder()
            .setDefaultOwner(settings.defaultOwner())
            .setFirstCallbackDays(settings.firstCallbackDays())
            .setAttemptGap(TimeProtos.toProto(settings.attemptGap()))
            .setAttemptsMax(settings.attemptsMax())
            .setCoolingOffDays(settings.coolingOffDays())
            .setHoldDays(settings.holdDays())
            .setResolutionTarget(TimeProtos.toProto(settings.resolutionTarget()))
            .addAllBusinessDays(CalendarProtos.days(settings.businessWeek()))
            .addAllOwnHolidays(CalendarProtos.ownHolidays(settings.ownHolidays()));
    settings
        .businessWeek()
        .sameMondayToFriday()
        .ifPresent(windows -> proto.addAllBusinessWindows(CalendarProtos.windows(windows)));
    HolidayRegion region = settings.holidayRegion();
    if (region != null) {
      proto.setHolidayRegion(region.code());
    }
    LocalDate completeFrom = settings.requestLogCompleteFrom();
    if (completeFrom != null) {
      proto.setRequestLogCompleteFrom(TimeProtos.toProto(completeFrom));
    }
    return proto.build();
  }

  private static @Nullable LocalDate completeFrom(
      Field field, dev.redress.v1.ProviderSettings settings) {
    return settings.hasRequestLogCompleteFrom()
        ? TimeProtos.fromProto(
            field.child("request_log_complete_from"), settings.getRequestLogCompleteFrom())
        : null;
  }

  /** The stored business hours are shown in two forms; a change of one replaces both. */
  private static dev.redress.v1.Provider withoutOtherForm(FieldMask mask, Provider stored) {
    dev.redress.v1.Provider.Builder proto = toProto(stored).toBuilder();
    if (mask.getPathsList().contains(BUSINESS_WINDOWS)) {
      proto.getSettingsBuilder().clearBusinessDays();
    }
    if (mask.getPathsList().contains(BUSINESS_DAYS)) {
      proto.getSettingsBuilder().clearBusinessWindows();
    }
    return proto.build();
  }

  private static BusinessWeek week(Field field, dev.redress.v1.ProviderSettings settings) {
    boolean isShort = settings.getBusinessWindowsCount() > 0;
    if (settings.getBusinessDaysCount() == 0) {
      return isShort
          ? CalendarProtos.mondayToFriday(
              field.child("business_windows"), settings.getBusinessWindowsList())
          : ProviderSettings.DEFAULT.businessWeek();
    }
    Field days = field.child("business_days");
    BusinessWeek week = CalendarProtos.week(days, settings.getBusinessDaysList());
    if (isShort
        && !CalendarProtos.mondayToFriday(
                field.child("business_windows"), settings.getBusinessWindowsList())
            .equals(week)) {
      throw days.invalid("differs from business_windows; give the hours in one of the two");
    }
    return week;
  }
}
