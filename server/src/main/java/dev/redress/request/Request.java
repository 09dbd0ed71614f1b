package dev.redress.request;

import dev.redress.identity.ContentHash;
import dev.redress.identity.CustomerName;
import dev.redress.identity.RequestName;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something a customer asked for, as it was logged (a ticket). Texts that the source left out are
 * empty.
 *
 * @param openedAt when it was logged
 * @param closedAt when it was closed, absent while open or unknown; never before {@code openedAt}
 * @param summary the subject, 1 to 1,000 characters
 * @param description at most 32,000 characters
 * @param requester who asked, at most 200 characters
 * @param assignee the technician in charge, at most 200 characters
 * @param type the source's kind of request, for example {@code Incident}
 * @param status the source's status
 * @param component the device, product or area, at most 200 characters
 * @param attributes what else the source said, by its own column names
 */
public record Request(
    RequestName name,
    Instant openedAt,
    @Nullable Instant closedAt,
    String summary,
    String description,
    String requester,
    String assignee,
    String type,
    String status,
    String component,
    Map<String, String> attributes) {

  public Request {
    attributes = Map.copyOf(attributes);
    if (closedAt != null && closedAt.isBefore(openedAt)) {
      throw new IllegalArgumentException("closed_at is before opened_at");
    }
  }

  /** Who asked. */
  public CustomerName customer() {
    return name.customer();
  }

  /** Changes when anything that a source says of the request changes. */
  public String contentHash() {
    return ContentHash.of(
        openedAt,
        closedAt,
        summary,
        description,
        requester,
        assignee,
        type,
        status,
        component,
        attributes);
  }
}
