package dev.redress.agreement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an hour of which work costs.
 *
 * @param rules at most 200 in an order that decides between equals, no two of which ask for the
 *     same
 */
public record RateCard(List<RateRule> rules) {
  /** Most rules of a card. */
  public static final int RULES_MAX = 200;

  /** No price is agreed. */
  public static final RateCard NONE = new RateCard(List.of());

  public RateCard {
    rules = List.copyOf(rules);
    if (rules.size() > RULES_MAX) {
      throw new IllegalArgumentException(
          "there are " + rules.size() + " rate rules; at most " + RULES_MAX + " are allowed");
    }
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < rules.size(); i++) {
      Integer before = seen.putIfAbsent(rules.get(i).condition(), i);
      if (before != null) {
        throw new IllegalArgumentException(
            "the rate rules "
                + (before + 1)
                + " and "
                + (i + 1)
                + " are for the same work: leave one of them out");
      }
    }
  }

  /**
   * The rule that prices the work: of those that fit the one that asks for most, and of those that
   * ask for equally much the first of the card. Empty when none fits: no price was agreed.
   */
  public Optional<RateRule> ruleFor(Work work) {
    @Nullable RateRule narrowest = null;
    for (RateRule rule : rules) {
      if (rule.fits(work) && (narrowest == null || rule.narrowness() > narrowest.narrowness())) {
        narrowest = rule;
      }
    }
    return Optional.ofNullable(narrowest);
  }
}
