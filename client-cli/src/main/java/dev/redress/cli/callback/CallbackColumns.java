package dev.redress.cli.callback;

import dev.redress.cli.output.Column;
import dev.redress.v1.Callback;
import java.util.List;

/** What is shown of a callback; the last column counts the customer's other open calls. */
public final class CallbackColumns {
  private static final List<Column<Callback>> COLUMNS =
      List.of(
          new Column.Name<>("callback", Callback::getName),
          new Column.State<>("state", Callback::getState),
          new Column.Moment<>("due", Callback::getDueTime),
          new Column.Name<>("customer", Callback::getCustomer),
          new Column.Text<>("contact", Callback::getContact),
          new Column.Text<>("owner", Callback::getOwner),
          new Column.Numeric<>("attempts", it -> Integer.toString(it.getAttemptsBefore())),
          new Column.Name<>("dispute", Callback::getDispute),
          new Column.Numeric<>("also", it -> Integer.toString(it.getAlsoOpenCount())));

  private CallbackColumns() {}

  /** The columns of lists and of a single callback. */
  public static List<Column<Callback>> all() {
    return COLUMNS;
  }
}
