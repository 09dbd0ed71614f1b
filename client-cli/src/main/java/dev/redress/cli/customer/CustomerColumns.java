package dev.redress.cli.customer;

import dev.redress.cli.output.Column;
import dev.redress.v1.Customer;
import java.util.List;

/** What is shown of a customer. */
final class CustomerColumns {
  private static final List<Column<Customer>> COLUMNS =
      List.of(
          new Column.Name<>("customer", Customer::getName),
          new Column.Text<>("display_name", Customer::getDisplayName),
          new Column.Text<>("time_zone", Customer::getTimeZone),
          new Column.Text<>("tier", Customer::getTier),
          new Column.Text<>("account_manager", Customer::getAccountManager),
          new Column.Text<>("phone", Customer::getPhone),
          new Column.Text<>("email", Customer::getEmail),
          new Column.Amount<>("annual_value", Customer::getAnnualValue));

  private CustomerColumns() {}

  /** The columns of lists and of a single customer. */
  static List<Column<Customer>> all() {
    return COLUMNS;
  }
}
