package dev.redress.agreement;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which kinds of work an agreement pays for by itself and which are billed beside it.
 *
 * @param covered at most 100 kinds; none: all that are not excluded, where hours are included
 * @param excluded at most 100 kinds, none of them covered
 */
public record WorkScope(List<String> covered, List<String> excluded) {
  /** Most kinds of each sort. */
  public static final int COUNT_MAX = 100;

  /** Nothing is said. */
  public static final WorkScope ALL = new WorkScope(List.of(), List.of());

  public WorkScope {
    covered = checked("covered", covered);
    excluded = checked("excluded", excluded);
    for (String each : excluded) {
      if (contains(covered, each)) {
        throw new IllegalArgumentException(
            "the work type '" + each + "' is both covered and excluded: choose one");
      }
    }
  }

  /** Whether the kind of work is named as covered. */
  boolean namesCovered(String workType) {
    return contains(covered, workType);
  }

  /** Whether the kind of work is named as excluded. */
  boolean namesExcluded(String workType) {
    return contains(excluded, workType);
  }

  private static boolean contains(List<String> kinds, String workType) {
    return kinds.stream().anyMatch(kind -> Words.same(kind, workType));
  }

  private static List<String> checked(String what, List<String> kinds) {
    if (kinds.size() > COUNT_MAX) {
      throw new IllegalArgumentException(
          "there are "
              + kinds.size()
              + " "
              + what
              + " work types; at most "
              + COUNT_MAX
              + " are allowed");
    }
    Set<String> seen = new HashSet<>();
    for (String kind : kinds) {
      if (kind.isEmpty()) {
        throw new IllegalArgumentException(
            "one of the " + what + " work types is empty: leave it out");
      }
      if (!seen.add(Words.key(Words.checked(what + " work type", kind)))) {
        throw new IllegalArgumentException(
            "the " + what + " work type '" + kind + "' is there twice: leave one of them out");
      }
    }
    return List.copyOf(kinds);
  }
}
