package dev.redress.finding;

import dev.redress.identity.LineName;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was found so far: one finding of a kind for each line. */
final class Found {
  private final FindingRules rules;
  private final Map<LineName, Map<FindingCode, Finding>> byLine = new HashMap<>();

  Found(FindingRules rules) {
    this.rules = rules;
  }

  /** Adds a finding, to another of its kind where the line has one. */
  void add(Finding finding) {
    if (rules.isOn(finding.code())) {
      byLine
          .computeIfAbsent(finding.line(), _ -> new EnumMap<>(FindingCode.class))
          .merge(finding.code(), finding, Finding::and);
    }
  }

  boolean has(LineName line, FindingCode code) {
    return byLine.getOrDefault(line, Map.of()).containsKey(code);
  }

  /** The findings of each line that has any, in the order of their codes. */
  Map<LineName, List<Finding>> all() {
    Map<LineName, List<Finding>> all = new HashMap<>();
    byLine.forEach(
        (line, findings) ->
            all.put(
                line,
                findings.values().stream().sorted(Comparator.comparing(Finding::code)).toList()));
    return all;
  }
}
