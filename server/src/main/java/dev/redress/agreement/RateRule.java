package dev.redress.agreement;

import dev.redress.money.Rate;

/**
 * One row of a rate card: the price of an hour of some work. What is empty, or {@code ANY}, fits
 * all; names are compared without case and without the spaces around them.
 *
 * @param role of who works, at most 200 characters
 * @param technician who works, at most 200 characters
 * @param workType the kind of work, at most 200 characters
 */
public record RateRule(
    String role, String technician, String workType, TimeOfWork timeOfWork, Rate rate) {

  public RateRule {
    Words.checked("role", role);
    Words.checked("technician", technician);
    Words.checked("work type", workType);
  }

  /** Whether this rule can price the work. */
  public boolean fits(Work work) {
    return fits(role, work.role())
        && fits(technician, work.technician())
        && fits(workType, work.workType())
        && (timeOfWork == TimeOfWork.ANY || work.times().contains(timeOfWork));
  }

  /** How many things it asks for, from 0 to 4; the more, the narrower it is. */
  public int narrowness() {
    return said(!role.isEmpty())
        + said(!technician.isEmpty())
        + said(!workType.isEmpty())
        + said(timeOfWork != TimeOfWork.ANY);
  }

  /** What it asks for, as one text that is the same for two rules exactly when they ask alike. */
  public String condition() {
    return String.join(
        "\n", Words.key(role), Words.key(technician), Words.key(workType), timeOfWork.name());
  }

  private static boolean fits(String asked, String is) {
    return asked.isEmpty() || Words.same(asked, is);
  }

  private static int said(boolean isSaid) {
    return isSaid ? 1 : 0;
  }
}
