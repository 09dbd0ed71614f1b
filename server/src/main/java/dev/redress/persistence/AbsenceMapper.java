package dev.redress.persistence;

import dev.redress.absence.AbsenceStore.AbsenceFilter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Statements on {@code absence}. */
interface AbsenceMapper {
  Optional<AbsenceRow> find(String providerId, String absenceId);

  List<AbsenceRow> list(
      String providerId, AbsenceFilter filter, Instant now, String afterId, int countMax);

  List<AbsenceRow> covering(String providerId, Instant from, Instant until);

  List<AbsenceRow> overlapping(String providerId, String person, Instant from, Instant until);

  int count(String providerId, Instant endAfter);

  int holdProvider(String providerId);

  int insert(AbsenceRow row);

  int delete(String providerId, String absenceId);
}
