package dev.redress.ingest;

import static dev.redress.ingest.Column.*;

import java.util.List;
import java.util.stream.Stream;

/**
 * The columns that a kind of file has.
 *
 * @param needed each needs at least one of its alternatives
 * @param optional may be missing
 */
record Layout(List<List<Column>> needed, List<Column> optional) {

  private static final Layout CUSTOMERS =
      new Layout(
          List.of(List.of(CUSTOMER_ID), List.of(NAME)),
          List.of(TIME_ZONE, TIER, ACCOUNT_MANAGER, PHONE, EMAIL, ANNUAL_VALUE, CURRENCY));

  private static final Layout REQUESTS =
      new Layout(
          List.of(List.of(REQUEST_ID), List.of(CUSTOMER_ID), List.of(OPENED_AT), List.of(SUMMARY)),
          List.of(CLOSED_AT, DESCRIPTION, REQUESTER, ASSIGNEE, TYPE, STATUS, COMPONENT));

  private static final Layout TIME_ENTRIES =
      new Layout(
          List.of(
              List.of(ENTRY_ID),
              List.of(REQUEST_ID, CUSTOMER_ID),
              List.of(TECHNICIAN),
              List.of(STARTED_AT, WORK_DATE),
              List.of(HOURS)),
          List.of(NOTES, WORK_TYPE, BILLABLE));

  private static final Layout INVOICES =
      new Layout(
          List.of(
              List.of(INVOICE_ID),
              List.of(CUSTOMER_ID),
              List.of(INVOICE_DATE),
              List.of(LINE_ID),
              List.of(WORK_DATE),
              List.of(HOURS),
              List.of(AMOUNT),
              List.of(CURRENCY),
              List.of(DESCRIPTION)),
          List.of(TECHNICIAN, RATE, REFERENCE, WORK_TYPE, PERIOD_START, PERIOD_END, LABOR_TOTAL));

  private static final Layout AGREEMENTS =
      new Layout(
          List.of(
              List.of(AGREEMENT_ID), List.of(CUSTOMER_ID), List.of(VALID_FROM), List.of(CURRENCY)),
          List.of(
              VALID_UNTIL,
              INCLUDED_HOURS,
              INCLUDED_PERIOD,
              CARRY_OVER_HOURS,
              OVERRUN_RATE,
              ROUNDING_MINUTES,
              MINIMUM_MINUTES,
              ROUNDING_PER,
              COVERED_WORK_TYPES,
              EXCLUDED_WORK_TYPES,
              ROLE,
              TECHNICIAN,
              WORK_TYPE,
              TIME_OF_WORK,
              RATE));

  /** The columns of a kind. */
  static Layout of(ImportKind kind) {
    return switch (kind) {
      case CUSTOMERS -> CUSTOMERS;
      case REQUESTS -> REQUESTS;
      case TIME_ENTRIES -> TIME_ENTRIES;
      case INVOICES -> INVOICES;
      case AGREEMENTS -> AGREEMENTS;
    };
  }

  /** All of them. */
  List<Column> columns() {
    return Stream.concat(needed.stream().flatMap(List::stream), optional.stream()).toList();
  }
}
