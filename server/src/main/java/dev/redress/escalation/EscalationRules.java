package dev.redress.escalation;

import dev.redress.callback.Callback;
import dev.redress.callback.CallbackPolicy;
import dev.redress.customer.Customer;
import dev.redress.customer.ProviderSettings;
import dev.redress.time.BusinessCalendar;

/**
 * What counts for the callbacks of one customer.
 *
 * @param calendar the customer's business hours
 * @param accountManager the customer's, else the provider's default owner
 */
public record EscalationRules(
    EscalationPolicy policy, BusinessCalendar calendar, String accountManager) {

  /** By the provider's policy and settings, in the customer's time zone. */
  public static EscalationRules of(
      EscalationPolicy policy, ProviderSettings settings, Customer customer) {
    return new EscalationRules(
        policy,
        CallbackPolicy.of(settings, customer).calendar(),
        customer.accountManager().isEmpty() ? settings.defaultOwner() : customer.accountManager());
  }

  /** Who has this role for a callback. */
  public String person(EscalationRole role, Callback callback) {
    return switch (role) {
      case OWNER -> callback.owner();
      case LEAD -> policy.lead();
      case ACCOUNT_MANAGER -> accountManager;
      case SUPERIOR -> policy.superior();
    };
  }
}
