package dev.redress.agreement;

import dev.redress.identity.AgreementName;
import dev.redress.identity.CustomerName;
import java.util.List;
import java.util.Optional;

/** Keeps agreements. */
public interface AgreementStore {

  /** The agreement, if there is one of this name. */
  Optional<Agreement> find(AgreementName name);

  /** Agreements whose id sorts after {@code afterId}, in the order of ids, at most so many. */
  List<Agreement> list(CustomerName customer, String afterId, int countMax);

  /** All of a customer; no two of them overlap. */
  Agreements all(CustomerName customer);

  /** How many a customer has. */
  int count(CustomerName customer);

  /** The first of the customer's other agreements that has a day in common with this one. */
  Optional<Agreement> overlapping(Agreement agreement);

  /**
   * Stores a new agreement.
   *
   * @throws dev.redress.error.RedressException {@code RESOURCE_EXISTS} when the id is taken
   */
  void insert(Agreement agreement);

  /**
   * Stores a change: {@code agreement.version()} is one more than the stored one.
   *
   * @throws dev.redress.error.RedressException {@code STALE_VERSION} when it is not
   */
  void update(Agreement agreement);
}
