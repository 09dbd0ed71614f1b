package dev.redress.notification;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Which events a target wants, by their actions.
 *
 * @param patterns 1 to 50: an action such as {@code escalation.fired}, all actions of a kind such
 *     as {@code callback.*}, or {@code *} for everything; each at most 60 characters
 */
public record EventFilter(List<String> patterns) {
  private static final int PATTERNS_MAX = 50;
  private static final int LENGTH_MAX = 60;
  private static final Pattern FORM =
      Pattern.compile("\\*|[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*(\\.\\*)?");

  /** Everything that happens. */
  public static final EventFilter EVERYTHING = new EventFilter(List.of("*"));

  /** Only what somebody has to see to. */
  public static final EventFilter ESCALATIONS = new EventFilter(List.of("escalation.fired"));

  public EventFilter {
    patterns = List.copyOf(patterns);
    if (patterns.isEmpty() || patterns.size() > PATTERNS_MAX) {
      throw new IllegalArgumentException(
          "has " + patterns.size() + " patterns; 1 to " + PATTERNS_MAX + " are allowed");
    }
    patterns.forEach(EventFilter::check);
  }

  /** What a target wants if nobody says otherwise. */
  public static EventFilter standard(ChannelKind kind) {
    return switch (kind) {
      case WEBHOOK -> EVERYTHING;
      case MAIL -> ESCALATIONS;
    };
  }

  /** Whether an event of this action is wanted. */
  public boolean wants(String action) {
    return patterns.stream().anyMatch(pattern -> matches(pattern, action));
  }

  private static boolean matches(String pattern, String action) {
    return pattern.endsWith("*")
        ? action.startsWith(pattern.substring(0, pattern.length() - 1))
        : action.equals(pattern);
  }

  private static void check(String pattern) {
    if (pattern.length() > LENGTH_MAX || !FORM.matcher(pattern).matches()) {
      throw new IllegalArgumentException(
          "'"
              + pattern
                  .substring(0, Math.min(pattern.length(), LENGTH_MAX))
                  .replaceAll("\\p{Cntrl}", "?")
              + "' is not a pattern such as escalation.fired, callback.* or *");
    }
  }
}
