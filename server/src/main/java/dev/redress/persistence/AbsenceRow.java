package dev.redress.persistence;

import dev.redress.absence.Absence;
import dev.redress.identity.AbsenceName;
import dev.redress.identity.ProviderName;
import java.time.Instant;

/** A row of the table absence. */
record AbsenceRow(
    String providerId,
    String absenceId,
    String person,
    Instant fromTime,
    Instant untilTime,
    String deputy,
    String remark,
    Instant createTime) {

  static AbsenceRow of(Absence absence) {
    return new AbsenceRow(
        absence.name().provider().provider(),
        absence.name().absence(),
        absence.person(),
        absence.from(),
        absence.until(),
        absence.deputy(),
        absence.note(),
        absence.createTime());
  }

  Absence toAbsence() {
    return new Absence(
        new AbsenceName(new ProviderName(providerId), absenceId),
        person,
        fromTime,
        untilTime,
        deputy,
        remark,
        createTime);
  }
}
