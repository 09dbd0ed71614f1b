package dev.redress.invariant;

import dev.redress.identity.ProviderName;
import java.util.List;

/** Looks for what breaks an invariant, in the live data of one provider. */
public interface InvariantStore {

  /**
   * How many things an invariant is about.
   *
   * @param invariant {@link Invariant#I1} and so on
   */
  long checked(ProviderName provider, Invariant invariant);

  /** What breaks it, at most so many. */
  List<Violation> violations(ProviderName provider, Invariant invariant, int countMax);
}
