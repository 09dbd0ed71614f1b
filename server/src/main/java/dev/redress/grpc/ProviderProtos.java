package dev.redress.grpc;

import com.google.protobuf.FieldMask;
import dev.redress.customer.Provider;
import dev.redress.customer.ProviderSettings;
import dev.redress.error.RedressException;
import dev.redress.time.BusinessWindow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Conversion of providers and their settings. */
final class ProviderProtos {
  private static final Set<String> FIXED = Set.of("name", "create_time", "update_time", "etag");

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
  static ProviderSettings settings(Field field, dev.redress.v1.ProviderSettings settings) {
    ProviderSettings standard = ProviderSettings.DEFAULT;
    return field.checked(
        () ->
            new ProviderSettings(
                settings.getDefaultOwner().isEmpty()
                    ? standard.defaultOwner()
                    : field
                        .child("default_owner")
                        .requiredText(settings.getDefaultOwner(), Field.SHORT_MAX),
                settings.getBusinessWindowsCount() == 0
                    ? standard.businessWindows()
                    : windows(field.child("business_windows"), settings.getBusinessWindowsList()),
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
                completeFrom(field, settings)));
  }

  /** The fields that an update changes. */
  static FieldMask mask(FieldMask mask, dev.redress.v1.Provider given) {
    return FieldMasks.of(mask, given, FIXED);
  }

  /** The stored provider with the masked fields of the given one. */
  static Provider merge(FieldMask mask, dev.redress.v1.Provider given, Provider stored) {
    Field field = new Field("provider");
    dev.redress.v1.Provider merged = FieldMasks.merge(mask, given, toProto(stored));
    return new Provider(
        stored.name(),
        displayName(field, merged),
        settings(field.child("settings"), merged.getSettings()),
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
            .setAttemptsMax(settings.attemptsMax());
    for (BusinessWindow window : settings.businessWindows()) {
      proto
          .addBusinessWindowsBuilder()
          .setStartMinutes(window.startMinutes())
          .setEndMinutes(window.endMinutes());
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

  private static List<BusinessWindow> windows(
      Field field, List<dev.redress.v1.BusinessWindow> windows) {
    List<BusinessWindow> converted = new ArrayList<>();
    for (int i = 0; i < windows.size(); i++) {
      dev.redress.v1.BusinessWindow window = windows.get(i);
      converted.add(
          field
              .at(i)
              .checked(() -> new BusinessWindow(window.getStartMinutes(), window.getEndMinutes())));
    }
    return converted;
  }
}
