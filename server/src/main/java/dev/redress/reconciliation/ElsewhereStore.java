package dev.redress.reconciliation;

import dev.redress.finding.Elsewhere;
import dev.redress.identity.CustomerName;
import dev.redress.time.Hours;

/** Looks at the provider's other customers for what tells something about one. */
public interface ElsewhereStore {

  /**
   * What the technicians of a customer did for others.
   *
   * @param dayHoursMax the most hours that a technician can be billed for on one day
   */
  Elsewhere read(CustomerName customer, Hours dayHoursMax);
}
