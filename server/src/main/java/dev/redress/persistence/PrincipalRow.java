package dev.redress.persistence;

import dev.redress.access.Principal;
import dev.redress.access.Role;
import dev.redress.identity.Actor;
import dev.redress.identity.CustomerName;
import dev.redress.identity.PrincipalName;
import dev.redress.identity.ProviderName;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row of the table principal. */
record PrincipalRow(
    String providerId,
    String principalId,
    String actor,
    String role,
    @Nullable String customerId,
    @Nullable String subject,
    boolean disabled,
    Instant createTime,
    long version) {

  static PrincipalRow of(Principal principal) {
    return new PrincipalRow(
        principal.name().provider().provider(),
        principal.name().principal(),
        principal.actor().name(),
        principal.role().name(),
        principal.customer().map(CustomerName::customer).orElse(null),
        principal.subject().isEmpty() ? null : principal.subject(),
        principal.disabled(),
        principal.createTime(),
        principal.version());
  }

  Principal toPrincipal() {
    ProviderName provider = new ProviderName(providerId);
    return new Principal(
        new PrincipalName(provider, principalId),
        new Actor(actor),
        Role.valueOf(role),
        Optional.ofNullable(customerId).map(id -> new CustomerName(provider, id)),
        subject == null ? "" : subject,
        disabled,
        createTime,
        version);
  }
}
