package dev.redress.access;

import dev.redress.identity.Actor;
import dev.redress.identity.CustomerName;
import dev.redress.identity.PrincipalName;
import dev.redress.identity.ProviderName;
import java.util.Optional;

/**
 * Who makes a call, once that is proved.
 *
 * @param actor as whom
 * @param provider whose data it may see; empty: every provider's, as the operator of the server
 * @param customer whose data alone, for the role CUSTOMER
 * @param principal who proved it; empty for the operator
 */
public record Caller(
    Actor actor,
    Role role,
    Optional<ProviderName> provider,
    Optional<CustomerName> customer,
    Optional<PrincipalName> principal) {

  /** As whom the operator acts who does not say. */
  public static final Actor LOCAL = new Actor("local");

  /** Whoever may read the server's token file: the one who runs it. */
  public static final Caller OPERATOR =
      new Caller(LOCAL, Role.ADMINISTRATOR, Optional.empty(), Optional.empty(), Optional.empty());

  /** Whether it may see every provider. */
  public boolean isOperator() {
    return provider.isEmpty();
  }

  /** Whether it may say in whose name it acts: people are known to it and not to Redress. */
  private boolean speaksForOthers() {
    return isOperator() || role == Role.INTEGRATION;
  }

  /**
   * The same, acting in somebody's name; empty when it may not.
   *
   * @param claimed the name
   */
  public Optional<Caller> as(String claimed) {
    if (claimed.equals(actor.name())) {
      return Optional.of(this);
    }
    return speaksForOthers()
        ? Optional.of(
            new Caller(new Actor(claimed, actor.name()), role, provider, customer, principal))
        : Optional.empty();
  }
}
