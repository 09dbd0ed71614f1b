package dev.redress.agreement;

import java.util.Set;

/**
 * Work for which a price is looked for. What is not known is empty and fits no rule that asks for
 * it.
 *
 * @param role in which it was done, such as {@code Senior engineer}
 * @param technician who did it
 * @param workType its kind, as the source names it
 * @param times all that is true of it: travel on a Sunday night is three of them; {@code ANY} says
 *     nothing here
 */
public record Work(String role, String technician, String workType, Set<TimeOfWork> times) {

  public Work {
    times = Set.copyOf(times);
  }
}
