package dev.redress.access;

import dev.redress.identity.Actor;
import dev.redress.identity.CustomerName;
import dev.redress.identity.PrincipalName;
import java.time.Instant;
import java.util.Optional;

/**
 * A person or a system that may call the API for a provider.
 *
 * @param actor as whom it acts
 * @param customer whose data it may see; there for the role CUSTOMER, and only for it
 * @param subject the {@code sub} of its tokens, at most 200 characters; empty: it has none
 * @param disabled whether it is shut out
 */
public record Principal(
    PrincipalName name,
    Actor actor,
    Role role,
    Optional<CustomerName> customer,
    String subject,
    boolean disabled,
    Instant createTime,
    long version) {

  private static final int SUBJECT_MAX = 200;

  public Principal {
    if (customer.isPresent() != (role == Role.CUSTOMER)) {
      throw new IllegalArgumentException(
          role == Role.CUSTOMER
              ? "customer must be set for the role CUSTOMER"
              : "customer must be empty for the role " + role);
    }
    if (customer.isPresent() && !customer.get().provider().equals(name.provider())) {
      throw new IllegalArgumentException("customer must be one of " + name.provider());
    }
    if (subject.length() > SUBJECT_MAX) {
      throw new IllegalArgumentException("subject must have at most 200 characters");
    }
  }

  /** The one who calls when this principal does. */
  Caller caller() {
    return new Caller(actor, role, Optional.of(name.provider()), customer, Optional.of(name));
  }
}
