package dev.redress.ingest;

import dev.redress.agreement.Agreement;
import dev.redress.agreement.RateRule;
import org.jspecify.annotations.Nullable;

/**
 * A rate rule with what its row says of the agreement.
 *
 * @param terms the agreement without its rate card
 * @param rule absent where the row has no rate: the agreement may have no rate card
 */
record AgreedRate(Agreement terms, @Nullable RateRule rule) {

  /** What the rule asks for; that of no rule is no rule's. */
  String condition() {
    return rule == null ? "" : rule.condition();
  }
}
