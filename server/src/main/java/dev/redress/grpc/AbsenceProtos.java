package dev.redress.grpc;

import dev.redress.absence.Absence;

/** Conversion of absences. */
final class AbsenceProtos {
  private AbsenceProtos() {}

  /** For the wire. */
  static dev.redress.v1.Absence toProto(Absence absence) {
    return dev.redress.v1.Absence.newBuilder()
        .setName(absence.name().toString())
        .setPerson(absence.person())
        .setFromTime(TimeProtos.toProto(absence.from()))
        .setUntilTime(TimeProtos.toProto(absence.until()))
        .setDeputy(absence.deputy())
        .setNote(absence.note())
        .setCreateTime(TimeProtos.toProto(absence.createTime()))
        .build();
  }
}
