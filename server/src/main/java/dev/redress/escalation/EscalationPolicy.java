package dev.redress.escalation;

import dev.redress.identity.EscalationPolicyName;
import dev.redress.identity.ProviderName;
import dev.redress.servicelevel.ServiceValues;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When what a provider owes escalates, and to whom. Percentages are of the business time from the
 * promise of a call to its due time.
 *
 * @param ownerPercent when the owner is warned, from 1
 * @param leadPercent when the lead is told, more than {@code ownerPercent}
 * @param accountManagerPercent when the account manager is told, more than {@code leadPercent}, at
 *     most 1,000
 * @param repeatGap business time from there to the first word to the superior, and to each further
 *     one; whole minutes from 15 minutes to 40 hours
 * @param lead 1 to 200 characters
 * @param superior 1 to 200 characters
 * @param updateTime absent for the policy that ships
 * @param version 0 for the policy that ships, one more with each change
 */
public record EscalationPolicy(
    EscalationPolicyName name,
    int ownerPercent,
    int leadPercent,
    int accountManagerPercent,
    Duration repeatGap,
    String lead,
    String superior,
    @Nullable Instant updateTime,
    long version) {

  private static final int PERCENT_MAX = 1_000;
  private static final Duration GAP_MIN = Duration.ofMinutes(15);
  private static final Duration GAP_MAX = Duration.ofHours(40);

  public EscalationPolicy {
    require(
        ownerPercent >= 1 && accountManagerPercent <= PERCENT_MAX,
        "percentages must be from 1 to 1,000");
    require(
        ownerPercent < leadPercent && leadPercent < accountManagerPercent,
        "owner_percent, lead_percent and account_manager_percent must rise");
    require(
        repeatGap.compareTo(GAP_MIN) >= 0
            && repeatGap.compareTo(GAP_MAX) <= 0
            && repeatGap.equals(Duration.ofMinutes(repeatGap.toMinutes())),
        "repeat_gap must be whole minutes from 15 minutes to 40 hours");
    require(isPerson(lead), "lead must have 1 to 200 characters");
    require(isPerson(superior), "superior must have 1 to 200 characters");
  }

  /** The policy that ships. */
  public static EscalationPolicy standard(ProviderName provider) {
    return new EscalationPolicy(
        new EscalationPolicyName(provider),
        70,
        90,
        110,
        Duration.ofHours(4),
        "lead",
        "superior",
        null,
        0);
  }

  /** This policy with what a service level says of it. */
  EscalationPolicy with(ServiceValues values) {
    ServiceValues.Percents percents = values.percents();
    Duration gap = values.repeatGap();
    return new EscalationPolicy(
        name,
        percents == null ? ownerPercent : percents.owner(),
        percents == null ? leadPercent : percents.lead(),
        percents == null ? accountManagerPercent : percents.accountManager(),
        gap == null ? repeatGap : gap,
        lead,
        superior,
        updateTime,
        version);
  }

  /** The rules of {@code wanted} as the next version of this policy. */
  EscalationPolicy changedTo(EscalationPolicy wanted, Instant now) {
    return new EscalationPolicy(
        name,
        wanted.ownerPercent,
        wanted.leadPercent,
        wanted.accountManagerPercent,
        wanted.repeatGap,
        wanted.lead,
        wanted.superior,
        now,
        version + 1);
  }

  private static boolean isPerson(String text) {
    return !text.isBlank() && text.length() <= 200;
  }

  private static void require(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException(sentence);
    }
  }
}
