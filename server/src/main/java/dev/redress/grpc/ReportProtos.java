package dev.redress.grpc;

import dev.redress.error.RedressException;
import dev.redress.identity.CustomerName;
import dev.redress.identity.ProviderName;
import dev.redress.report.Dimension;
import dev.redress.report.Leakage;
import dev.redress.report.LeakageColumn;
import dev.redress.report.LeakageQuery;
import dev.redress.report.LeakageReport;
import dev.redress.report.Ranked;
import dev.redress.report.Underbilling;
import dev.redress.v1.GetLeakageReportRequest;
import dev.redress.v1.LeakageReport.Figures;
import dev.redress.v1.LeakageReport.Row;
import dev.redress.v1.LeakageReport.Section;
import dev.redress.v1.LeakageReport.UnderbillingRow;
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
