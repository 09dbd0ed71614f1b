package dev.redress.ingest;

import dev.redress.customer.Customer;
import dev.redress.identity.RequestName;
import dev.redress.identity.TimeEntryName;
import dev.redress.ingest.ImportProblem.Code;
import dev.redress.request.Request;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Requests as rows: one a row. */
final class RequestRows implements KindRows<Request> {
  private final KnownCustomers known;

  /** Of these customers. */
  RequestRows(KnownCustomers known) {
    this.known = known;
  }

  @Override
  public CheckedRow<Request> check(CanonicalRow row) {
    RowCheck check = new RowCheck(row);
    String id = check.id(Column.REQUEST_ID);
    if (id.equals(TimeEntryName.NO_REQUEST)) {
      check.wrong(Code.INVALID_ID, Column.REQUEST_ID, "must not be '-', which stands for none");
    }
    @Nullable Customer customer = check.customer(known);
    Instant openedAt = check.requiredMoment(Column.OPENED_AT);
    @Nullable Instant closedAt = check.value(Column.CLOSED_AT, Moments::moment);
    if (closedAt != null && closedAt.isBefore(openedAt)) {
      check.wrong(Code.INVALID_DATE, Column.CLOSED_AT, "must not be before opened_at");
    }
    String summary = check.requiredText(Column.SUMMARY, RowCheck.SUMMARY_MAX);
    String description = check.text(Column.DESCRIPTION, RowCheck.LONG_TEXT_MAX);
    String requester = check.text(Column.REQUESTER, RowCheck.SHORT_TEXT_MAX);
    String assignee = check.text(Column.ASSIGNEE, RowCheck.SHORT_TEXT_MAX);
    String type = check.text(Column.TYPE, RowCheck.SHORT_TEXT_MAX);
    String status = check.text(Column.STATUS, RowCheck.SHORT_TEXT_MAX);
    String component = check.text(Column.COMPONENT, RowCheck.SHORT_TEXT_MAX);
    Map<String, String> attributes = check.attributes();
    return check.result(
        () ->
            new Request(
                new RequestName(Objects.requireNonNull(customer).name(), id),
                openedAt,
                closedAt,
                summary,
                description,
                requester,
                assignee,
                type,
                status,
                component,
                attributes));
  }
}
