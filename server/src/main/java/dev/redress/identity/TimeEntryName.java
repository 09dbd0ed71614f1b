package dev.redress.identity;

import java.util.List;

/**
 * Work that a technician logged: {@code
 * providers/{provider}/customers/{customer}/requests/{request}/timeEntries/{time_entry}}.
 *
 * @param request the request it was logged on, or {@code -} for none
 * @param entry the source's own id, unique for the customer, see {@link SourceId}
 */
public record TimeEntryName(CustomerName customer, String request, String entry) {

  /** Stands in a name for "on no request". */
  public static final String NO_REQUEST = "-";

  private static final NamePattern PATTERN =
      new NamePattern(
          "providers/{provider}/customers/{customer}/requests/{request}/timeEntries/{time_entry}");

  public TimeEntryName {
    SourceId.check("request id", request);
    SourceId.check("time entry id", entry);
  }

  /**
   * Reads a resource name.
   *
   * @throws InvalidNameException when it is not one of a time entry
   */
  public static TimeEntryName parse(String name) {
    List<String> ids = PATTERN.parse(name);
    return new TimeEntryName(
        new CustomerName(new ProviderName(ids.get(0)), ids.get(1)), ids.get(2), ids.get(3));
  }

  /** The tenant. */
  public ProviderName provider() {
    return customer.provider();
  }

  /** The resource name. */
  @Override
  public String toString() {
    return PATTERN.format(provider().provider(), customer.customer(), request, entry);
  }
}
