package dev.redress.cli.handoff;

import dev.redress.cli.output.Column;
import dev.redress.v1.Handoff;
import java.util.List;

/** What is shown of a handoff. */
public final class HandoffColumns {
  private static final List<Column<Handoff>> COLUMNS =
      List.of(
          new Column.Name<>("handoff", Handoff::getName),
          new Column.State<>("state", Handoff::getState),
          new Column.Name<>("dispute", Handoff::getDispute),
          new Column.Text<>("from", Handoff::getSender),
          new Column.Text<>("to", Handoff::getReceiver),
          new Column.Moment<>("asked", Handoff::getCreateTime),
          new Column.Moment<>("answer_due", Handoff::getDueTime),
          new Column.Text<>("reason", Handoff::getReason),
          new Column.Text<>("answer", it -> it.getAnswer().getNote()));

  private HandoffColumns() {}

  /** The columns of lists and of a single handoff. */
  public static List<Column<Handoff>> all() {
    return COLUMNS;
  }
}
