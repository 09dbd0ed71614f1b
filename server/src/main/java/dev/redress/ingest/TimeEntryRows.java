package dev.redress.ingest;

import dev.redress.customer.Customer;
import dev.redress.identity.CustomerName;
import dev.redress.identity.TimeEntryName;
import dev.redress.ingest.ImportProblem.Code;
import dev.redress.request.TimeEntry;
import dev.redress.time.Hours;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Time entries as rows: one a row. */
final class TimeEntryRows implements KindRows<TimeEntry> {
  /** What is wrong with a request that is not stored, to follow the name of the column. */
  static final String UNKNOWN_REQUEST = "is not known: import the requests first";

  private final KnownCustomers known;

  /** Of these customers. */
  TimeEntryRows(KnownCustomers known) {
    this.known = known;
  }

  @Override
  public CheckedRow<TimeEntry> check(CanonicalRow row) {
    RowCheck check = new RowCheck(row);
    String id = check.id(Column.ENTRY_ID);
    boolean hasRequest =
        check.has(Column.REQUEST_ID)
            && !row.get(Column.REQUEST_ID).equals(TimeEntryName.NO_REQUEST);
    String request = hasRequest ? check.id(Column.REQUEST_ID) : TimeEntryName.NO_REQUEST;
    @Nullable Customer customer = customer(check, request);
    String technician = check.requiredText(Column.TECHNICIAN, RowCheck.SHORT_TEXT_MAX);
    @Nullable Instant startedAt = check.value(Column.STARTED_AT, Moments::moment);
    @Nullable LocalDate workDate = check.value(Column.WORK_DATE, Dates::date);
    if (!check.has(Column.STARTED_AT)
        && !check.has(Column.WORK_DATE)
        && !check.isUnreadable(Column.WORK_DATE)) {
      check.wrong(
          Code.MISSING_VALUE, Column.STARTED_AT, "must not be empty where work_date is empty too");
    }
    Hours hours = check.requiredHours(Column.HOURS);
    String notes = check.text(Column.NOTES, RowCheck.LONG_TEXT_MAX);
    String workType = check.text(Column.WORK_TYPE, RowCheck.SHORT_TEXT_MAX);
    @Nullable Boolean billable = check.value(Column.BILLABLE, Choices::flag);
    Map<String, String> attributes = check.attributes();
    return check.result(
        () -> {
          Customer owner = Objects.requireNonNull(customer);
          return new TimeEntry(
              new TimeEntryName(owner.name(), request, id),
              technician,
              startedAt,
              workDate == null ? dateOf(Objects.requireNonNull(startedAt), owner) : workDate,
              hours,
              notes,
              workType,
              billable == null || billable,
              attributes);
        });
  }

  /** Whom the row names, or else whose request it names. */
  private @Nullable Customer customer(RowCheck check, String request) {
    if (check.has(Column.CUSTOMER_ID)) {
      return check.customer(known);
    }
    if (check.isUnreadable(Column.REQUEST_ID)) {
      return null;
    }
    if (request.equals(TimeEntryName.NO_REQUEST)) {
      check.wrong(
          Code.MISSING_VALUE,
          Column.CUSTOMER_ID,
          "must not be empty where request_id is empty too");
      return null;
    }
    if (request.isEmpty()) {
      return null;
    }
    List<CustomerName> owners = known.ofRequest(request);
    @Nullable Customer owner =
        owners.size() == 1 ? known.find(owners.getFirst().customer()).orElse(null) : null;
    if (owner == null) {
      check.wrong(
          Code.UNKNOWN_REQUEST,
          Column.REQUEST_ID,
          owners.size() > 1
              ? "is a request of more than one customer: say in customer_id whose it is"
              : UNKNOWN_REQUEST);
    }
    return owner;
  }

  private static LocalDate dateOf(Instant startedAt, Customer customer) {
    return LocalDate.ofInstant(startedAt, customer.timeZone());
  }
}
