package dev.redress.cli.escalation;

import dev.redress.cli.output.Column;
import dev.redress.v1.Escalation;
import java.util.ArrayList;
import java.util.List;

/** What is shown of an escalation. */
final class EscalationColumns {
  private static final List<Column<Escalation>> LIST =
      List.of(
          new Column.Name<>("escalation", Escalation::getName),
          new Column.State<>("state", Escalation::getState),
          new Column.Numeric<>("level", it -> Integer.toString(it.getLevel())),
          new Column.Text<>("person", Escalation::getPerson),
          new Column.Moment<>("due", Escalation::getDueTime),
          new Column.Moment<>("fired", Escalation::getCreateTime),
          new Column.Name<>("customer", Escalation::getCustomer),
          new Column.State<>("kind", Escalation::getSubjectKind),
          new Column.Name<>("subject", Escalation::getSubject));

  private EscalationColumns() {}

  /** The columns of lists. */
  static List<Column<Escalation>> list() {
    return LIST;
  }

  /** The columns of a single escalation: all there is to know. */
  static List<Column<Escalation>> one() {
    List<Column<Escalation>> columns = new ArrayList<>(LIST);
    columns.add(new Column.State<>("role", Escalation::getRole));
    columns.add(new Column.Text<>("meant", Escalation::getMeantPerson));
    columns.add(new Column.Moment<>("reached", Escalation::getLevelTime));
    columns.add(new Column.Name<>("dispute", Escalation::getDispute));
    columns.add(new Column.Text<>("acknowledged_by", it -> it.getAcknowledgement().getActor()));
    columns.add(new Column.Moment<>("acknowledged", it -> it.getAcknowledgement().getCreateTime()));
    columns.add(new Column.Text<>("note", it -> it.getAcknowledgement().getNote()));
    return columns;
  }
}
