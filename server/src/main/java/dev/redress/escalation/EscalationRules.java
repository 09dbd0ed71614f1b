package dev.redress.escalation;

import dev.redress.absence.Routing;
import dev.redress.customer.Customer;
import dev.redress.customer.ProviderSettings;
import dev.redress.time.BusinessCalendar;
import java.time.Instant;

/**
 * What counts for the duties towards one customer.
 *
 * @param calendar the customer's business hours
 * @param accountManager the customer's, else the provider's default owner
 */
public record EscalationRules(
    EscalationPolicy policy, BusinessCalendar calendar, String accountManager) {

  /** By the provider's policy and settings, on the calendar that counts for the customer. */
  public static EscalationRules of(
      EscalationPolicy policy,
      ProviderSettings settings,
      Customer customer,
      BusinessCalendar calendar) {
    return new EscalationRules(
        policy,
        calendar,
        customer.accountManager().isEmpty() ? settings.defaultOwner() : customer.accountManager());
  }

  /**
   * Who is told in this role: the person who has it or a deputy, else by the next role up. When
   * nobody at all is reachable, the person who has the role.
   */
  public String told(EscalationRole role, Duty duty, Routing routing, Instant at) {
    return routing.firstReachable(
        role.andAbove().stream().map(each -> person(each, duty)).toList(), at);
  }

  /** Who has this role for a duty. */
  public String person(EscalationRole role, Duty duty) {
    return switch (role) {
      case OWNER -> duty.owner();
      case LEAD -> policy.lead();
      case ACCOUNT_MANAGER -> accountManager;
      case SUPERIOR -> policy.superior();
    };
  }
}
