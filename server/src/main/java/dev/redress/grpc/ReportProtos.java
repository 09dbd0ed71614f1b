package dev.redress.grpc;

import dev.redress.callback.Outcome;
import dev.redress.error.RedressException;
import dev.redress.identity.CustomerName;
import dev.redress.identity.ProviderName;
import dev.redress.report.Ageing;
import dev.redress.report.AgeingQuery;
import dev.redress.report.AgeingReport;
import dev.redress.report.CallFate;
import dev.redress.report.Calls;
import dev.redress.report.CallsQuery;
import dev.redress.report.CallsReport;
import dev.redress.report.Dimension;
import dev.redress.report.Leakage;
import dev.redress.report.LeakageColumn;
import dev.redress.report.LeakageQuery;
import dev.redress.report.LeakageReport;
import dev.redress.report.Ranked;
import dev.redress.report.Spoilt;
import dev.redress.report.Underbilling;
import dev.redress.report.UpstreamQuery;
import dev.redress.report.UpstreamReport;
import dev.redress.v1.Callback;
import dev.redress.v1.GetAgeingReportRequest;
import dev.redress.v1.GetCallsReportRequest;
import dev.redress.v1.GetLeakageReportRequest;
import dev.redress.v1.GetUpstreamReportRequest;
import dev.redress.v1.LeakageReport.Figures;
import dev.redress.v1.LeakageReport.Row;
import dev.redress.v1.LeakageReport.Section;
import dev.redress.v1.LeakageReport.UnderbillingRow;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Conversion of reports. */
final class ReportProtos {
  private ReportProtos() {}

  /**
   * What is asked for.
   *
   * @param prefix of the fields of the call, such as {@code leakage.}; mostly empty
   * @throws RedressException {@code FIELD_INVALID}, {@code NAME_INVALID}
   */
  static LeakageQuery query(String prefix, GetLeakageReportRequest request) {
    ProviderName provider = provider(prefix, request.getParent());
    @Nullable CustomerName customer = customer(prefix, provider, request.getCustomer());
    Dimension by =
        Constants.fromProto(
            new Field(prefix + "dimension"), request.getDimension(), Dimension.class);
    Field last = new Field(prefix + "to_date");
    @Nullable LocalDate from =
        request.hasFromDate()
            ? TimeProtos.fromProto(new Field(prefix + "from_date"), request.getFromDate())
            : null;
    @Nullable LocalDate to =
        request.hasToDate() ? TimeProtos.fromProto(last, request.getToDate()) : null;
    int rowsMax = rowsMax(prefix, request.getRowCountMax());
    return last.checked(() -> new LeakageQuery(provider, customer, from, to, by, rowsMax));
  }

  /**
   * What is asked for, as above.
   *
   * @throws RedressException {@code FIELD_INVALID}, {@code NAME_INVALID}
   */
  static AgeingQuery query(String prefix, GetAgeingReportRequest request) {
    ProviderName provider = provider(prefix, request.getParent());
    return new AgeingQuery(
        provider,
        customer(prefix, provider, request.getCustomer()),
        Constants.fromProto(
            new Field(prefix + "dimension"), request.getDimension(), AgeingQuery.By.class),
        rowsMax(prefix, request.getRowCountMax()));
  }

  /**
   * What is asked for, as above.
   *
   * @throws RedressException {@code FIELD_INVALID}, {@code NAME_INVALID}
   */
  static CallsQuery query(String prefix, GetCallsReportRequest request) {
    ProviderName provider = provider(prefix, request.getParent());
    @Nullable CustomerName customer = customer(prefix, provider, request.getCustomer());
    Field end = new Field(prefix + "end_time");
    @Nullable Instant from =
        request.hasStartTime()
            ? TimeProtos.fromProto(new Field(prefix + "start_time"), request.getStartTime())
            : null;
    @Nullable Instant to =
        request.hasEndTime() ? TimeProtos.fromProto(end, request.getEndTime()) : null;
    int rowsMax = rowsMax(prefix, request.getRowCountMax());
    return end.checked(() -> new CallsQuery(provider, customer, from, to, rowsMax));
  }

  /**
   * What is asked for, as above.
   *
   * @throws RedressException {@code FIELD_INVALID}, {@code NAME_INVALID}
   */
  static UpstreamQuery query(String prefix, GetUpstreamReportRequest request) {
    ProviderName provider = provider(prefix, request.getParent());
    @Nullable CustomerName customer = customer(prefix, provider, request.getCustomer());
    Field last = new Field(prefix + "to_date");
    @Nullable LocalDate from =
        request.hasFromDate()
            ? TimeProtos.fromProto(new Field(prefix + "from_date"), request.getFromDate())
            : null;
    @Nullable LocalDate to =
        request.hasToDate() ? TimeProtos.fromProto(last, request.getToDate()) : null;
    int rowsMax =
        request.getRowCountMax() == 0
            ? UpstreamQuery.ROWS_DEFAULT
            : rowsMax(prefix, request.getRowCountMax());
    return last.checked(() -> new UpstreamQuery(provider, customer, from, to, rowsMax));
  }

  /** For the wire. */
  static dev.redress.v1.UpstreamReport toProto(UpstreamReport report) {
    dev.redress.v1.UpstreamReport.Builder proto =
        dev.redress.v1.UpstreamReport.newBuilder()
            .setCreateTime(TimeProtos.toProto(report.head().createTime()));
    for (UpstreamReport.Section section : report.sections()) {
      dev.redress.v1.UpstreamReport.Section.Builder part =
          proto.addSectionsBuilder().setCurrencyCode(section.currency().getCurrencyCode());
      section.causes().forEach(behind -> part.addCauses(toProto(behind)));
    }
    return proto.build();
  }

  private static dev.redress.v1.UpstreamReport.Behind toProto(UpstreamReport.Behind behind) {
    Ranked<Spoilt> lines = behind.lines();
    dev.redress.v1.UpstreamReport.Behind.Builder proto =
        dev.redress.v1.UpstreamReport.Behind.newBuilder()
            .setCause(Constants.toProto(behind.cause(), dev.redress.v1.UpstreamReport.Cause.class))
            .setAdvice(behind.cause().advice())
            .setOtherCount(lines.others())
            .setTotal(toProto(lines.total()));
    for (Ranked.Row<Spoilt> row : lines.rows()) {
      proto.addRowsBuilder().setSubject(row.key()).setFigures(toProto(row.figures()));
    }
    Spoilt other = lines.other();
    if (other != null) {
      proto.setOther(toProto(other));
    }
    return proto.build();
  }

  private static dev.redress.v1.UpstreamReport.Figures toProto(Spoilt lines) {
    dev.redress.v1.UpstreamReport.Figures.Builder proto =
        dev.redress.v1.UpstreamReport.Figures.newBuilder()
            .setLineCount(lines.lines())
            .setAmount(MoneyProtos.toProto(lines.amount()));
    lines.medianDaysLate().ifPresent(proto::setMedianDaysLate);
    return proto.build();
  }

  /** For the wire. */
  static dev.redress.v1.AgeingReport toProto(AgeingReport report) {
    dev.redress.v1.AgeingReport.Builder proto =
        dev.redress.v1.AgeingReport.newBuilder()
            .setDimension(
                Constants.toProto(report.query().by(), dev.redress.v1.AgeingReport.Dimension.class))
            .setCreateTime(TimeProtos.toProto(report.head().createTime()));
    for (AgeingReport.Section section : report.sections()) {
      Ranked<Ageing> ageing = section.ageing();
      dev.redress.v1.AgeingReport.Section.Builder part =
          proto
              .addSectionsBuilder()
              .setCurrencyCode(section.currency().getCurrencyCode())
              .setOtherCount(ageing.others())
              .setTotal(toProto(ageing.total()));
      for (Ranked.Row<Ageing> row : ageing.rows()) {
        part.addRowsBuilder().setKey(row.key()).setFigures(toProto(row.figures()));
      }
      Ageing other = ageing.other();
      if (other != null) {
        part.setOther(toProto(other));
      }
    }
    return proto.build();
  }

  /** For the wire. */
  static dev.redress.v1.CallsReport toProto(CallsReport report) {
    Ranked<Calls> calls = report.calls();
    dev.redress.v1.CallsReport.Builder proto =
        dev.redress.v1.CallsReport.newBuilder()
            .setOtherCount(calls.others())
            .setTotal(toProto(calls.total()))
            .setCreateTime(TimeProtos.toProto(report.head().createTime()));
    for (Ranked.Row<Calls> row : calls.rows()) {
      proto.addRowsBuilder().setOwner(row.key()).setFigures(toProto(row.figures()));
    }
    Calls other = calls.other();
    if (other != null) {
      proto.setOther(toProto(other));
    }
    return proto.build();
  }

  private static dev.redress.v1.AgeingReport.Figures toProto(Ageing ageing) {
    return dev.redress.v1.AgeingReport.Figures.newBuilder()
        .setDisputeCount(ageing.disputes())
        .setDisputedAmount(MoneyProtos.toProto(ageing.disputed()))
        .setNotReachedCount(ageing.notReached())
        .setOverdueCount(ageing.overdue())
        .setOldestDays(ageing.oldestDays())
        .build();
  }

  private static dev.redress.v1.CallsReport.Figures toProto(Calls calls) {
    dev.redress.v1.CallsReport.Figures.Builder proto =
        dev.redress.v1.CallsReport.Figures.newBuilder()
            .setKeptCount(calls.count(CallFate.KEPT))
            .setLateCount(calls.count(CallFate.LATE))
            .setMissedCount(calls.count(CallFate.MISSED))
            .setPendingCount(calls.count(CallFate.PENDING))
            .setMovedCount(calls.count(CallFate.MOVED))
            .setExhaustedCount(calls.count(CallFate.EXHAUSTED))
            .setSignedOffCount(calls.signedOff())
            .setCancelledCount(calls.count(CallFate.CANCELLED));
    for (Outcome outcome : Outcome.values()) {
      if (calls.count(outcome) > 0) {
        proto
            .addOutcomesBuilder()
            .setOutcome(Constants.toProto(outcome, Callback.Outcome.class))
            .setCount(calls.count(outcome));
      }
    }
    calls.toReached().median().map(TimeProtos::toProto).ifPresent(proto::setMedianTimeToReached);
    calls
        .toReached()
        .percentile(CallsReport.MOST_PERCENT)
        .map(TimeProtos::toProto)
        .ifPresent(proto::setPercentile90TimeToReached);
    calls.lateness().median().map(TimeProtos::toProto).ifPresent(proto::setMedianLateness);
    calls
        .lateness()
        .percentile(CallsReport.MOST_PERCENT)
        .map(TimeProtos::toProto)
        .ifPresent(proto::setPercentile90Lateness);
    return proto.build();
  }

  /** For the wire. */
  static dev.redress.v1.LeakageReport toProto(LeakageReport report) {
    dev.redress.v1.LeakageReport.Builder proto =
        dev.redress.v1.LeakageReport.newBuilder()
            .setDimension(
                Constants.toProto(
                    report.query().by(), dev.redress.v1.LeakageReport.Dimension.class))
            .setCreateTime(TimeProtos.toProto(report.head().createTime()));
    report.sections().forEach(section -> proto.addSections(toProto(section)));
    return proto.build();
  }

  private static Section toProto(LeakageReport.Section section) {
    Ranked<Leakage> leakage = section.leakage();
    Ranked<Underbilling> underbilling = section.underbilling();
    Section.Builder proto =
        Section.newBuilder()
            .setCurrencyCode(section.currency().getCurrencyCode())
            .setOtherCount(leakage.others())
            .setTotal(toProto(leakage.total()))
            .setUnderbillingOtherCount(underbilling.others())
            .setUnderbillingTotal(toProto(underbilling.total()));
    for (Ranked.Row<Leakage> row : leakage.rows()) {
      proto.addRows(Row.newBuilder().setKey(row.key()).setFigures(toProto(row.figures())));
    }
    for (Ranked.Row<Underbilling> row : underbilling.rows()) {
      proto.addUnderbillingRows(
          UnderbillingRow.newBuilder().setKey(row.key()).setFigures(toProto(row.figures())));
    }
    Leakage other = leakage.other();
    if (other != null) {
      proto.setOther(toProto(other));
    }
    Underbilling otherTooLow = underbilling.other();
    if (otherTooLow != null) {
      proto.setUnderbillingOther(toProto(otherTooLow));
    }
    return proto.build();
  }

  private static Figures toProto(Leakage leakage) {
    return Figures.newBuilder()
        .setLineCount(leakage.lines())
        .setHours(HoursProtos.toProto(leakage.hours()))
        .setBilledAmount(amount(leakage, LeakageColumn.BILLED))
        .setUnmatchedAmount(amount(leakage, LeakageColumn.UNMATCHED))
        .setFindingsAmount(amount(leakage, LeakageColumn.FINDINGS))
        .setAmbiguousAmount(amount(leakage, LeakageColumn.AMBIGUOUS))
        .setDisputedAmount(amount(leakage, LeakageColumn.DISPUTED))
        .setCreditedAmount(amount(leakage, LeakageColumn.CREDITED))
        .setExplainedAmount(amount(leakage, LeakageColumn.EXPLAINED))
        .setDeniedAmount(amount(leakage, LeakageColumn.DENIED))
        .setWithdrawnAmount(amount(leakage, LeakageColumn.WITHDRAWN))
        .build();
  }

  private static com.google.type.Money amount(Leakage leakage, LeakageColumn column) {
    return MoneyProtos.toProto(leakage.amount(column));
  }

  private static dev.redress.v1.LeakageReport.Underbilling toProto(Underbilling underbilling) {
    return dev.redress.v1.LeakageReport.Underbilling.newBuilder()
        .setLineCount(underbilling.lines())
        .setAmount(MoneyProtos.toProto(underbilling.amount()))
        .build();
  }

  private static ProviderName provider(String prefix, String parent) {
    return new Field(prefix + "parent").name(ProviderName::parse, parent);
  }

  private static @Nullable CustomerName customer(
      String prefix, ProviderName provider, String name) {
    if (name.isEmpty()) {
      return null;
    }
    Field field = new Field(prefix + "customer");
    CustomerName customer = field.name(CustomerName::parse, name);
    if (!customer.provider().equals(provider)) {
      throw field.invalid(customer + " is not of " + provider);
    }
    return customer;
  }

  /** How many rows to tell one by one. */
  private static int rowsMax(String prefix, int count) {
    return count == 0
        ? Ranked.ROWS_DEFAULT
        : new Field(prefix + "row_count_max").number(count, 1, Ranked.ROWS_MAX);
  }
}
