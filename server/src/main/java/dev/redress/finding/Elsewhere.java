package dev.redress.finding;

import dev.redress.identity.LineName;
import dev.redress.identity.RequestName;
import dev.redress.identity.TimeEntryName;
import dev.redress.time.Hours;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the technicians of a customer did for the provider's other customers, as far as it can tell
 * something about the customer's lines.
 *
 * @param billed lines of the same technician and day as a line of the customer, on days on which
 *     the technician was billed for more than is possible; in the order of their names
 * @param logged time entries with a start, of the same technician and day as one of the customer
 * @param meant work that was logged for another customer and looks like a line of this one
 */
public record Elsewhere(List<Billed> billed, List<Logged> logged, List<Meant> meant) {

  /**
   * Up to so many hours more than were logged are billed where the hours are rounded up, not so
   * many themselves.
   */
  public static final Hours ROUNDED_UP_MAX = Hours.of("0.5");

  /** Nothing is known of other customers. */
  public static final Elsewhere NOTHING = new Elsewhere(List.of(), List.of(), List.of());

  public Elsewhere {
    billed = List.copyOf(billed);
    logged = List.copyOf(logged);
    meant = List.copyOf(meant);
  }

  /** Both of them, each thing once. */
  public Elsewhere and(Elsewhere more) {
    return new Elsewhere(
        joined(billed, more.billed), joined(logged, more.logged), joined(meant, more.meant));
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).distinct().toList();
  }

  /**
   * A line of another customer.
   *
   * @param technician never empty
   */
  public record Billed(LineName line, String technician, LocalDate workDate, Hours hours) {}

  /** A time entry of another customer. */
  public record Logged(TimeEntryName entry, String technician, Instant startedAt, Hours hours) {}

  /**
   * Work for another customer that a line of this one may bill: its request is the line's
   * reference, or the technician logged as many hours there on that day and none here.
   *
   * @param line of this customer
   * @param isNamed whether the line names the request
   * @param words what the request and the notes say
   */
  public record Meant(LineName line, RequestName request, boolean isNamed, String words) {}
}
