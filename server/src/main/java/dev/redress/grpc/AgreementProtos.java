package dev.redress.grpc;

import com.google.protobuf.FieldMask;
import dev.redress.agreement.Agreement;
import dev.redress.agreement.IncludedHours;
import dev.redress.agreement.RateCard;
import dev.redress.agreement.RateRule;
import dev.redress.agreement.Rounding;
import dev.redress.agreement.TimeOfWork;
import dev.redress.agreement.WorkScope;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.AgreementName;
import dev.redress.money.Rate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Conversion of agreements. */
final class AgreementProtos {
  private static final Set<String> FIXED = Set.of("name", "create_time", "update_time", "etag");

  private AgreementProtos() {}

  /** For the wire. */
  static dev.redress.v1.Agreement toProto(Agreement agreement) {
    dev.redress.v1.Agreement.Builder proto =
        dev.redress.v1.Agreement.newBuilder()
            .setName(agreement.name().toString())
            .setStartDate(TimeProtos.toProto(agreement.validFrom()))
            .setCurrencyCode(agreement.currency().getCurrencyCode())
            .addAllRateRules(
                agreement.rates().rules().stream().map(AgreementProtos::toProto).toList())
            .addAllCoveredWorkTypes(agreement.scope().covered())
            .addAllExcludedWorkTypes(agreement.scope().excluded())
            .setCreateTime(TimeProtos.toProto(agreement.createTime()))
            .setUpdateTime(TimeProtos.toProto(agreement.updateTime()))
            .setEtag(Etags.of(agreement.version()));
    LocalDate last = agreement.validUntil();
    if (last != null) {
      proto.setEndDate(TimeProtos.toProto(last));
    }
    IncludedHours included = agreement.included();
    if (included != null) {
      proto.setIncludedHours(toProto(included));
    }
    if (!agreement.rounding().equals(Rounding.NONE)) {
      proto.setRounding(toProto(agreement.rounding()));
    }
    return proto.build();
  }

  /**
   * An agreement from the wire, not stored yet.
   *
   * @throws RedressException {@code FIELD_INVALID}, {@code CURRENCY_MISMATCH}
   */
  static Agreement fromProto(Field field, AgreementName name, dev.redress.v1.Agreement proto) {
    if (!proto.hasStartDate()) {
      throw field.child("start_date").invalid("must be set");
    }
    LocalDate first = TimeProtos.fromProto(field.child("start_date"), proto.getStartDate());
    @Nullable LocalDate last =
        proto.hasEndDate()
            ? TimeProtos.fromProto(field.child("end_date"), proto.getEndDate())
            : null;
    Currency currency = MoneyProtos.currency(field.child("currency_code"), proto.getCurrencyCode());
    RateCard rates = rates(field.child("rate_rules"), proto.getRateRulesList(), currency);
    @Nullable IncludedHours included =
        proto.hasIncludedHours()
            ? included(field.child("included_hours"), proto.getIncludedHours(), currency)
            : null;
    Rounding rounding =
        proto.hasRounding()
            ? rounding(field.child("rounding"), proto.getRounding())
            : Rounding.NONE;
    WorkScope scope =
        field.checked(
            () -> new WorkScope(proto.getCoveredWorkTypesList(), proto.getExcludedWorkTypesList()));
    return field.checked(
        () ->
            new Agreement(
                name,
                first,
                last,
                currency,
                rates,
                included,
                rounding,
                scope,
                Instant.EPOCH,
                Instant.EPOCH,
                1));
  }

  /** The fields that an update changes. */
  static FieldMask mask(FieldMask mask, dev.redress.v1.Agreement given) {
    return FieldMasks.of(mask, given, FIXED);
  }

  /** The stored agreement with the masked fields of the given one. */
  static Agreement merge(FieldMask mask, dev.redress.v1.Agreement given, Agreement stored) {
    return fromProto(
        new Field("agreement"), stored.name(), FieldMasks.merge(mask, given, toProto(stored)));
  }

  private static dev.redress.v1.RateRule toProto(RateRule rule) {
    return dev.redress.v1.RateRule.newBuilder()
        .setRole(rule.role())
        .setTechnician(rule.technician())
        .setWorkType(rule.workType())
        .setTimeOfWork(
            Constants.toProto(rule.timeOfWork(), dev.redress.v1.RateRule.TimeOfWork.class))
        .setRate(MoneyProtos.toProto(rule.rate()))
        .build();
  }

  private static dev.redress.v1.IncludedHours toProto(IncludedHours included) {
    dev.redress.v1.IncludedHours.Builder proto =
        dev.redress.v1.IncludedHours.newBuilder()
            .setHours(HoursProtos.toProto(included.hours()))
            .setPeriod(
                Constants.toProto(included.period(), dev.redress.v1.IncludedHours.Period.class))
            .setCarryOverHoursMax(HoursProtos.toProto(included.carryOverMax()));
    Rate overrun = included.overrunRate();
    if (overrun != null) {
      proto.setOverrunRate(MoneyProtos.toProto(overrun));
    }
    return proto.build();
  }

  private static dev.redress.v1.Rounding toProto(Rounding rounding) {
    return dev.redress.v1.Rounding.newBuilder()
        .setIncrementMinutes(rounding.incrementMinutes())
        .setMinimumMinutes(rounding.minimumMinutes())
        .setPer(Constants.toProto(rounding.per(), dev.redress.v1.Rounding.Per.class))
        .build();
  }

  private static RateCard rates(
      Field field, List<dev.redress.v1.RateRule> given, Currency currency) {
    field.list(given, 0, RateCard.RULES_MAX);
    List<RateRule> rules = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      Field at = field.at(i);
      dev.redress.v1.RateRule rule = given.get(i);
      TimeOfWork time =
          Constants.isSaid(rule.getTimeOfWork())
              ? Constants.fromProto(
                  at.child("time_of_work"), rule.getTimeOfWork(), TimeOfWork.class)
              : TimeOfWork.ANY;
      if (!rule.hasRate()) {
        throw at.child("rate").invalid("must be set");
      }
      Rate rate = rate(at.child("rate"), rule.getRate(), currency);
      rules.add(
          at.checked(
              () ->
                  new RateRule(
                      rule.getRole(), rule.getTechnician(), rule.getWorkType(), time, rate)));
    }
    return field.checked(() -> new RateCard(rules));
  }

  private static IncludedHours included(
      Field field, dev.redress.v1.IncludedHours given, Currency currency) {
    return field.checked(
        () ->
            new IncludedHours(
                HoursProtos.fromProto(field.child("hours"), given.getHours()),
                Constants.fromProto(
                    field.child("period"), given.getPeriod(), IncludedHours.Period.class),
                HoursProtos.fromProto(
                    field.child("carry_over_hours_max"), given.getCarryOverHoursMax()),
                given.hasOverrunRate()
                    ? rate(field.child("overrun_rate"), given.getOverrunRate(), currency)
                    : null));
  }

  private static Rounding rounding(Field field, dev.redress.v1.Rounding given) {
    return new Rounding(
        field
            .child("increment_minutes")
            .number(given.getIncrementMinutes(), 0, Rounding.INCREMENT_MAX),
        field.child("minimum_minutes").number(given.getMinimumMinutes(), 0, Rounding.MINIMUM_MAX),
        Constants.isSaid(given.getPer())
            ? Constants.fromProto(field.child("per"), given.getPer(), Rounding.Per.class)
            : Rounding.Per.ENTRY);
  }

  private static Rate rate(Field field, com.google.type.Money given, Currency currency) {
    Rate rate = MoneyProtos.rate(field, given);
    if (!rate.currency().equals(currency)) {
      throw new RedressException(
          ErrorReason.CURRENCY_MISMATCH,
          field.path() + ": is in " + rate.currency() + ", the agreement in " + currency,
          Map.of("currency", currency.getCurrencyCode()));
    }
    return rate;
  }
}
