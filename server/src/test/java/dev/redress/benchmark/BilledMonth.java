package dev.redress.benchmark;

import dev.redress.identity.CustomerName;
import dev.redress.invoice.LaborLine;
import dev.redress.matching.MatchingInput;
import dev.redress.request.Request;
import dev.redress.request.TimeEntry;
import dev.redress.time.Hours;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * What one customer asked for, what was logged and what was billed, with the truth of each line.
 */
final class BilledMonth {
  final CustomerName customer;
  final List<Request> requests = new ArrayList<>();
  final List<TimeEntry> entries = new ArrayList<>();
  final List<Billed> lines = new ArrayList<>();

  BilledMonth(CustomerName customer) {
    this.customer = customer;
  }

  /** How a line came about. */
  enum Kind {
    /** One entry, with its hours. */
    AS_LOGGED,
    /** One entry, rounded up to the quarter. */
    ROUNDED_UP,
    /** All entries of a technician on one request and day. */
    DAY_SUM,
    /** A technician's week, over several requests. */
    WEEK_SUM,
    /** A part of an entry; another line bills the rest. */
    PART,
    /** Work that another invoice bills in the same words. */
    BILLED_TWICE,
    /** The same with slightly changed words. */
    BILLED_TWICE_REWORDED,
    /** More hours than the entry has. */
    INFLATED,
    /** Work for another customer. */
    OTHER_CUSTOMER,
    /** Work for another customer, in the name of a request whose hours another line bills. */
    OTHER_REQUEST;

    /** Whether the line is right. */
    boolean isHonest() {
      return compareTo(BILLED_TWICE) < 0;
    }
  }

  /**
   * A line with its truth.
   *
   * @param request that the work was for, "" for several or none
   * @param excess the hours that nobody worked for this customer
   */
  record Billed(LaborLine line, Kind kind, String request, Hours excess) {}

  /** All that the engine gets to know. */
  MatchingInput input() {
    return new MatchingInput(
        ZoneOffset.UTC,
        lines.stream().map(Billed::line).toList(),
        requests,
        entries,
        List.of(),
        null);
  }
}
