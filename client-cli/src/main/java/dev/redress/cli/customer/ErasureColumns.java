package dev.redress.cli.customer;

import dev.redress.cli.output.Column;
import dev.redress.v1.CustomerErasure;
import java.util.List;

/** What is shown of the erasure of a customer. */
final class ErasureColumns {
  private static final List<Column<CustomerErasure>> COLUMNS =
      List.of(
          new Column.Name<>("customer", CustomerErasure::getCustomer),
          new Column.Moment<>("erased", CustomerErasure::getEraseTime),
          new Column.Text<>("by", CustomerErasure::getActor),
          new Column.Text<>("reason", CustomerErasure::getReason),
          new Column.Numeric<>("rows", it -> Long.toString(it.getRowCount())),
          new Column.Numeric<>("events", it -> Long.toString(it.getEventCount())));

  private ErasureColumns() {}

  /** All of them. */
  static List<Column<CustomerErasure>> all() {
    return COLUMNS;
  }
}
