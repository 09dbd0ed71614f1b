package dev.redress.cli.customer;

import dev.redress.cli.calendar.BusinessHours;
import dev.redress.cli.output.Column;
import dev.redress.v1.Customer;
import java.util.List;
import java.util.stream.Stream;

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

  private static final List<Column<Customer>> CALENDAR =
      List.of(
          new Column.Text<>("hours", it -> BusinessHours.text(it.getBusinessDaysList())),
          new Column.Text<>("holidays", Customer::getHolidayRegion),
          new Column.Numeric<>("own_holidays", it -> Integer.toString(it.getOwnHolidaysCount())));

  private CustomerColumns() {}

  /** The columns of lists. */
  static List<Column<Customer>> all() {
    return COLUMNS;
  }

  /** Those of a single customer: hours and holidays where they are not the provider's as well. */
  static List<Column<Customer>> one() {
    return Stream.concat(COLUMNS.stream(), CALENDAR.stream()).toList();
  }
}
