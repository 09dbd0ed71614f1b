package dev.redress.finding;

import java.util.EnumMap;
import java.util.Map;

/**
 * What a provider looks for, from where on, and what follows from it.
 *
 * @param modes one for each code
 */
public record FindingRules(Map<FindingCode, FindingMode> modes, Thresholds thresholds) {

  /** What providers begin with. */
  public static final FindingRules SHIPPED = new FindingRules(Map.of(), Thresholds.SHIPPED);

  /** What is not named follows as shipped. */
  public FindingRules {
    Map<FindingCode, FindingMode> all = new EnumMap<>(FindingCode.class);
    for (FindingCode code : FindingCode.values()) {
      FindingMode mode = modes.getOrDefault(code, code.shippedMode());
      if (mode == FindingMode.DISPUTE && !code.isClaimable()) {
        throw new IllegalArgumentException(
            code + " cannot be disputed, since no claim follows from it; choose review or less");
      }
      all.put(code, mode);
    }
    modes = Map.copyOf(all);
  }

  /** What follows from a finding. */
  public FindingMode mode(FindingCode code) {
    return modes.getOrDefault(code, code.shippedMode());
  }

  /** Whether it is looked for. */
  boolean isOn(FindingCode code) {
    return mode(code) != FindingMode.OFF;
  }
}
