package dev.redress.persistence;

import dev.redress.finding.Elsewhere;
import dev.redress.identity.CustomerName;
import dev.redress.identity.ProviderName;
import dev.redress.identity.TimeEntryName;
import dev.redress.time.Hours;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A time entry of another customer. */
record LoggedElsewhereRow(
    String customerId,
    @Nullable String requestId,
    String entryId,
    String technician,
    Instant startTime,
    long hours) {

  Elsewhere.Logged toLogged(ProviderName provider) {
    return new Elsewhere.Logged(
        new TimeEntryName(
            new CustomerName(provider, customerId),
            requestId == null ? TimeEntryName.NO_REQUEST : requestId,
            entryId),
        technician,
        startTime,
        new Hours(hours));
  }
}
