package dev.redress.absence;

import dev.redress.identity.AbsenceName;
import dev.redress.identity.ProviderName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps absences; they are added and taken away, never changed. */
public interface AbsenceStore {

  /** The absence, if there is one of this name. */
  Optional<Absence> find(AbsenceName name);

  /**
   * Absences whose id sorts after {@code afterId}, by id, at most so many.
   *
   * @param now when those that have ended must have ended
   */
  List<Absence> list(
      ProviderName provider, AbsenceFilter filter, Instant now, String afterId, int countMax);

  /**
   * Everybody who is away at some moment from one to another, both included.
   *
   * @param until not before {@code from}
   */
  List<Absence> covering(ProviderName provider, Instant from, Instant until);

  /** An absence of a person that shares a moment with this time, if there is one. */
  Optional<Absence> overlapping(ProviderName provider, String person, Instant from, Instant until);

  /** How many have not ended by a moment. */
  int count(ProviderName provider, Instant endAfter);

  /** Has all others who add absences of a provider wait until the transaction ends. */
  void hold(ProviderName provider);

  /**
   * Stores a new absence.
   *
   * @throws dev.redress.error.RedressException {@code RESOURCE_EXISTS} when the id is taken
   */
  void insert(Absence absence);

  /** Takes an absence away; tells whether it was there. */
  boolean delete(AbsenceName name);

  /**
   * Which absences of a provider: all, narrowed by each part that is given.
   *
   * @param ended whether they must have ended; absent: either
   * @param person empty: anybody
   */
  record AbsenceFilter(@Nullable Boolean ended, String person) {}
}
