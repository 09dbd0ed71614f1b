package dev.redress.reconciliation;

import dev.redress.finding.Elsewhere;
import dev.redress.identity.CustomerName;
import dev.redress.invoice.LaborLine;
import dev.redress.time.Hours;
import java.util.Collection;

/** Looks at the provider's other customers for what tells something about one. */
public interface ElsewhereStore {

  /**
   * What the technicians of a customer did for others.
   *
   * @param dayHoursMax the most hours that a technician can be billed for on one day
   */
  Elsewhere read(CustomerName customer, Hours dayHoursMax);

  /**
   * What is known elsewhere of lines of a customer that are not stored: all that was billed by
   * their technicians on their days, whether or not it is too much, and what they may bill.
   *
   * @param lines of the customer
   */
  Elsewhere around(CustomerName customer, Collection<LaborLine> lines);
}
