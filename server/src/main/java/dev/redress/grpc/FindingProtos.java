package dev.redress.grpc;

import com.google.protobuf.FieldMask;
import dev.redress.finding.Finding;
import dev.redress.finding.FindingCode;
import dev.redress.finding.FindingMode;
import dev.redress.finding.FindingRules;
import dev.redress.finding.Thresholds;
import dev.redress.identity.FindingRulesName;
import dev.redress.identity.ProviderName;
import dev.redress.reconciliation.Dismissal;
import dev.redress.reconciliation.FindingRulesStore.Versioned;
import dev.redress.reconciliation.KnownFinding;
import dev.redress.time.Hours;
import dev.redress.v1.FindingRules.ModeOf;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Conversion of findings and of what is looked for. */
final class FindingProtos {
  private static final Set<String> FIXED = Set.of("name", "etag");

  private FindingProtos() {}

  /** A finding that is not stored. */
  static dev.redress.v1.Finding toProto(Finding finding) {
    return outline(finding).build();
  }

  /** For the wire. */
  static dev.redress.v1.Finding toProto(KnownFinding known) {
    dev.redress.v1.Finding.Builder proto =
        outline(known.finding())
            .setMode(Constants.toProto(known.mode(), dev.redress.v1.Finding.Mode.class));
    Dismissal dismissal = known.dismissal();
    if (dismissal != null) {
      proto
          .getDismissalBuilder()
          .setReason(dismissal.reason())
          .setActor(dismissal.actor().name())
          .setDismissTime(TimeProtos.toProto(dismissal.dismissTime()));
    }
    return proto.build();
  }

  private static dev.redress.v1.Finding.Builder outline(Finding finding) {
    return dev.redress.v1.Finding.newBuilder()
        .setLine(finding.line().toString())
        .setCode(Constants.toProto(finding.code(), dev.redress.v1.Finding.Code.class))
        .setBilled(finding.billed())
        .setExpected(finding.expected())
        .setRule(finding.rule())
        .setRelated(finding.related())
        .setAtStake(MoneyProtos.toProto(finding.atStake()));
  }

  /** For the wire. */
  static dev.redress.v1.FindingRules toProto(ProviderName provider, Versioned versioned) {
    return proto(versioned.rules())
        .setName(new FindingRulesName(provider).toString())
        .setEtag(Etags.of(versioned.version()))
        .build();
  }

  private static dev.redress.v1.FindingRules.Builder proto(FindingRules rules) {
    Thresholds thresholds = rules.thresholds();
    dev.redress.v1.FindingRules.Builder proto =
        dev.redress.v1.FindingRules.newBuilder()
            .setBeforeRequestDays(thresholds.beforeRequestDays())
            .setAfterCloseDays(thresholds.afterCloseDays())
            .setOverlapMinutes(thresholds.overlapMinutes())
            .setDayHoursMax(HoursProtos.toProto(thresholds.dayHoursMax()))
            .setLateLoggedDays(thresholds.lateLoggedDays())
            .setBlockHoursMin(HoursProtos.toProto(thresholds.blockHoursMin()))
            .setBlockTasksMin(thresholds.blockTasksMin())
            .setStaleDays(thresholds.staleDays())
            .addAllWatchWords(thresholds.watchWords());
    for (FindingCode code : FindingCode.values()) {
      proto
          .addModesBuilder()
          .setCode(Constants.toProto(code, dev.redress.v1.Finding.Code.class))
          .setMode(Constants.toProto(rules.mode(code), dev.redress.v1.Finding.Mode.class));
    }
    return proto;
  }

  /** The fields that an update changes. */
  static FieldMask mask(FieldMask mask, dev.redress.v1.FindingRules given) {
    return FieldMasks.of(mask, given, FIXED);
  }

  /** The stored rules with the masked fields of the given ones. */
  static FindingRules merge(
      FieldMask mask, dev.redress.v1.FindingRules given, FindingRules stored) {
    dev.redress.v1.FindingRules merged = FieldMasks.merge(mask, given, proto(stored).build());
    Field field = new Field("finding_rules");
    Thresholds shipped = Thresholds.SHIPPED;
    Map<FindingCode, FindingMode> modes = modes(field.child("modes"), merged);
    Hours dayHoursMax =
        merged.hasDayHoursMax()
            ? HoursProtos.fromProto(field.child("day_hours_max"), merged.getDayHoursMax())
            : shipped.dayHoursMax();
    Hours blockHoursMin =
        merged.hasBlockHoursMin()
            ? HoursProtos.fromProto(field.child("block_hours_min"), merged.getBlockHoursMin())
            : shipped.blockHoursMin();
    return field.checked(
        () ->
            new FindingRules(
                modes,
                new Thresholds(
                    merged.hasBeforeRequestDays()
                        ? merged.getBeforeRequestDays()
                        : shipped.beforeRequestDays(),
                    merged.hasAfterCloseDays()
                        ? merged.getAfterCloseDays()
                        : shipped.afterCloseDays(),
                    merged.hasOverlapMinutes()
                        ? merged.getOverlapMinutes()
                        : shipped.overlapMinutes(),
                    dayHoursMax,
                    merged.hasLateLoggedDays()
                        ? merged.getLateLoggedDays()
                        : shipped.lateLoggedDays(),
                    blockHoursMin,
                    merged.hasBlockTasksMin() ? merged.getBlockTasksMin() : shipped.blockTasksMin(),
                    merged.hasStaleDays() ? merged.getStaleDays() : shipped.staleDays(),
                    merged.getWatchWordsList())));
  }

  private static Map<FindingCode, FindingMode> modes(
      Field field, dev.redress.v1.FindingRules rules) {
    Map<FindingCode, FindingMode> modes = new EnumMap<>(FindingCode.class);
    for (int i = 0; i < rules.getModesCount(); i++) {
      ModeOf given = rules.getModes(i);
      FindingCode code =
          Constants.fromProto(field.at(i).child("code"), given.getCode(), FindingCode.class);
      FindingMode mode =
          Constants.fromProto(field.at(i).child("mode"), given.getMode(), FindingMode.class);
      if (modes.put(code, mode) != null) {
        throw field.at(i).invalid("is about " + code + ", which an earlier one is about too");
      }
    }
    return modes;
  }
}
