package dev.redress.escalation;

import dev.redress.absence.Routing;
import dev.redress.customer.Customer;
import dev.redress.customer.ProviderSettings;
import dev.redress.servicelevel.ServiceValues;
import dev.redress.time.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;

/**
 * What counts for the duties towards one customer.
 *
 * @param calendar the customer's business hours
 * @param resolutionTarget business time in which a dispute is to be resolved
 * @param accountManager the customer's, else the provider's default owner
 */
public record EscalationRules(
    EscalationPolicy policy,
    BusinessCalendar calendar,
    Duration resolutionTarget,
    String accountManager) {

  /**
   * By the service level, else the provider's policy and settings, on the calendar that counts for
   * the customer.
   */
  public static EscalationRules of(
      EscalationPolicy policy,
      ServiceValues values,
      ProviderSettings settings,
      Customer customer,
      BusinessCalendar calendar) {
    return new EscalationRules(
        policy.with(values),
        calendar,
        values.resolutionTarget(settings),
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
