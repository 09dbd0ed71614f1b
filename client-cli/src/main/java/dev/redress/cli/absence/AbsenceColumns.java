package dev.redress.cli.absence;

import dev.redress.cli.output.Column;
import dev.redress.v1.Absence;
import java.util.List;

/** What is shown of an absence. */
final class AbsenceColumns {
  private static final List<Column<Absence>> ALL =
      List.of(
          new Column.Name<>("absence", Absence::getName),
          new Column.Text<>("person", Absence::getPerson),
          new Column.Moment<>("from", Absence::getFromTime),
          new Column.Moment<>("until", Absence::getUntilTime),
          new Column.Text<>("deputy", Absence::getDeputy),
          new Column.Text<>("note", Absence::getNote));

  private AbsenceColumns() {}

  /** All columns. */
  static List<Column<Absence>> all() {
    return ALL;
  }
}
