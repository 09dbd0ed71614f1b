package dev.redress.agreement;

import dev.redress.time.Hours;
import java.util.List;

/**
 * How worked time becomes billed time.
 *
 * @param incrementMinutes time is billed in multiples of it, from 1 to 480; 0: as it was worked
 * @param minimumMinutes the least that is billed, from 1 to 1,440; 0: there is no least
 * @param per what is rounded
 */
public record Rounding(int incrementMinutes, int minimumMinutes, Per per) {
  /** Longest increment. */
  public static final int INCREMENT_MAX = 480;

  /** Longest minimum. */
  public static final int MINIMUM_MAX = 1_440;

  /** Time is billed as it was worked. */
  public static final Rounding NONE = new Rounding(0, 0, Per.ENTRY);

  // A minute is 500/3 ten-thousandths of an hour.
  private static final long THIRDS_A_MINUTE = 500;
  private static final long THIRDS = 3;

  /** What is rounded at once. */
  public enum Per {
    /** Each time entry. */
    ENTRY,
    /** All time of a request together. */
    REQUEST
  }

  public Rounding {
    check("rounding increment", incrementMinutes, INCREMENT_MAX);
    check("minimum", minimumMinutes, MINIMUM_MAX);
  }

  /**
   * The hours that may be billed for time entries of one request.
   *
   * @param worked the hours of each entry, none negative
   */
  public Hours billed(List<Hours> worked) {
    return switch (per) {
      case ENTRY -> Hours.sum(worked.stream().map(this::rounded));
      case REQUEST -> rounded(Hours.sum(worked.stream()));
    };
  }

  /**
   * The hours that are billed for so many worked ones: the next multiple of the increment, and no
   * less than the minimum; nothing for nothing. Hours are kept to a ten-thousandth, which many
   * minutes are not (10 minutes are 0.1667 h), so less than that above a multiple counts as the
   * multiple.
   *
   * @param worked of one entry or one request, see {@link #per}; not negative
   */
  public Hours rounded(Hours worked) {
    if (!worked.isPositive()) {
      return worked;
    }
    Hours up = incrementMinutes == 0 ? worked : roundedUp(worked);
    Hours least = ofMinutes(minimumMinutes);
    return up.compareTo(least) < 0 ? least : up;
  }

  private Hours roundedUp(Hours worked) {
    // One third less than a ten-thousandth of an hour is what writing down can have added.
    long thirds = worked.tenThousandths() * THIRDS - (THIRDS - 1);
    return ofMinutes(Math.ceilDiv(thirds, incrementMinutes * THIRDS_A_MINUTE) * incrementMinutes);
  }

  private static Hours ofMinutes(long minutes) {
    // Half up.
    return new Hours((2 * minutes * THIRDS_A_MINUTE + THIRDS) / (2 * THIRDS));
  }

  private static void check(String what, int minutes, int max) {
    if (minutes < 0 || minutes > max) {
      throw new IllegalArgumentException(
          "the " + what + " of " + minutes + " minutes is not from 0 to " + max);
    }
  }
}
