package dev.redress.resolution;

import dev.redress.customer.Customer;
import dev.redress.customer.ProviderSettings;
import dev.redress.dispute.AuthorityLimits;
import dev.redress.dispute.AuthorityStore;
import dev.redress.dispute.Dispute;
import dev.redress.dispute.Role;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.Actor;
import dev.redress.money.Money;
import dev.redress.resolution.DisputeMoves.Setting;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Who may concede what. */
public final class AuthorityCheck {
  private final AuthorityStore limits;
  private final Leaders leaders;

  /** By the limits of each provider. */
  public AuthorityCheck(AuthorityStore limits, Leaders leaders) {
    this.limits = limits;
    this.leaders = leaders;
  }

  /** What this dispute gives back in all, if what is proposed is approved. */
  static Money conceded(Dispute dispute) {
    return dispute.creditedAmount().plus(dispute.approvedAmount());
  }

  /**
   * Refuses what is above the limit of who approves; the proposer may do it within its own.
   *
   * @throws RedressException {@code AUTHORITY_EXCEEDED}
   */
  void check(Dispute dispute, Setting setting, Actor approver) {
    Money amount = conceded(dispute);
    AuthorityLimits all = limits.all(dispute.name().provider());
    Set<Role> roles = roles(dispute, setting, approver.name());
    if (dispute.approvedAmount().minorUnits() == 0 || all.allows(approver.name(), roles, amount)) {
      return;
    }
    Money limit = all.of(approver.name(), roles, amount.currency()).orElseThrow();
    List<String> others = all.whoMay(amount);
    throw new RedressException(
        ErrorReason.AUTHORITY_EXCEEDED,
        approver.name()
            + " may concede up to "
            + limit
            + " on a dispute; "
            + amount
            + " needs the approval of "
            + (others.isEmpty() ? "somebody with a higher limit" : String.join(" or ", others)),
        Map.of(
            "dispute", dispute.name().toString(),
            "amount", amount.toString(),
            "limit", limit.toString()));
  }

  /** How much somebody may concede on a dispute; empty: any amount. */
  Optional<Money> limit(Dispute dispute, Setting setting, String person) {
    return limits
        .all(dispute.name().provider())
        .of(person, roles(dispute, setting, person), dispute.currency());
  }

  /** Tells of people whether they may concede all that is in dispute. */
  Predicate<String> coversDispute(Dispute dispute, Setting setting) {
    AuthorityLimits all = limits.all(dispute.name().provider());
    Money amount = dispute.disputedAmount();
    // Mostly what everybody may do is enough, and nobody has to be asked for his roles.
    return person ->
        all.allows(person, Set.of(Role.CLERK), amount)
            || all.allows(person, roles(dispute, setting, person), amount);
  }

  /**
   * Whether what is proposed is small enough to need no approval; money, and not too much of it.
   */
  boolean isGoodwill(Dispute dispute) {
    Money amount = conceded(dispute);
    return dispute.approvedAmount().minorUnits() > 0
        && amount.compareTo(limits.all(dispute.name().provider()).goodwill(dispute.currency()))
            <= 0;
  }

  private Set<Role> roles(Dispute dispute, Setting setting, String person) {
    Set<Role> roles = EnumSet.of(Role.CLERK);
    if (person.equals(leaders.lead(dispute.name().provider()))) {
      roles.add(Role.LEAD);
    }
    if (person.equals(accountManager(setting.customer(), setting.settings()))) {
      roles.add(Role.ACCOUNT_MANAGER);
    }
    if (person.equals(leaders.superior(dispute.name().provider()))) {
      roles.add(Role.SUPERIOR);
    }
    return roles;
  }

  private static String accountManager(Customer customer, ProviderSettings settings) {
    return customer.accountManager().isEmpty()
        ? settings.defaultOwner()
        : customer.accountManager();
  }
}
