package dev.redress.matching;

import dev.redress.matching.Verdict.NotAuditableReason;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** When a line that was tied to nothing may not be called unmatched. */
record AuditRule(RequestBook book, @Nullable LocalDate requestLogCompleteFrom) {
  /** Requests that were open within so many days of the work are in reach. */
  private static final int REACH_DAYS = 365;

  /** Why a line cannot be audited, or NONE. */
  NotAuditableReason reason(LineView line) {
    if (!isLogComplete(line.line().workDate()) && !isAnyInReach(line.day())) {
      return NotAuditableReason.NO_REQUESTS;
    }
    boolean workIsLogged = !line.logged().isEmpty();
    boolean referenceIsGiven = !line.line().reference().isBlank() || line.hasReference();
    return line.saysSomething() || workIsLogged || referenceIsGiven
        ? NotAuditableReason.NONE
        : NotAuditableReason.NOTHING_TO_COMPARE;
  }

  private boolean isLogComplete(LocalDate date) {
    return requestLogCompleteFrom != null && !date.isBefore(requestLogCompleteFrom);
  }

  private boolean isAnyInReach(int day) {
    for (int request = 0; request < book.size(); request++) {
      boolean opened = book.openedDay(request) <= day + REACH_DAYS;
      if (opened && book.closedDay(request) >= day - REACH_DAYS) {
        return true;
      }
    }
    return false;
  }
}
