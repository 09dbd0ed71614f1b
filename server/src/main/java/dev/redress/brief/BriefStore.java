package dev.redress.brief;

import dev.redress.callback.Attempt;
import dev.redress.identity.CustomerName;
import dev.redress.identity.DisputeName;
import java.time.Instant;
import java.util.List;

/** Finds what a brief needs and no other store gives in one question. */
public interface BriefStore {

  /** The last attempts to call about a dispute, in the order in which they were made. */
  List<Attempt> lastAttempts(DisputeName dispute, int countMax);

  /** How many attempts were made in all. */
  long attemptCount(DisputeName dispute);

  /** What else there was with a customer from a moment on, by currency; nothing where all is 0. */
  List<Earlier> earlier(CustomerName customer, DisputeName except, Instant since);
}
