package dev.redress.ingest;

import java.util.Locale;

/** Every column that has a meaning of its own, by the name that the {@code redress} format uses. */
enum Column {
  CUSTOMER_ID,
  NAME,
  TIME_ZONE,
  TIER,
  ACCOUNT_MANAGER,
  PHONE,
  EMAIL,
  ANNUAL_VALUE,
  CURRENCY,
  REQUEST_ID,
  OPENED_AT,
  CLOSED_AT,
  SUMMARY,
  DESCRIPTION,
  REQUESTER,
  ASSIGNEE,
  TYPE,
  STATUS,
  COMPONENT,
  ENTRY_ID,
  TECHNICIAN,
  STARTED_AT,
  WORK_DATE,
  HOURS,
  NOTES,
  WORK_TYPE,
  BILLABLE,
  INVOICE_ID,
  INVOICE_DATE,
  LINE_ID,
  RATE,
  AMOUNT,
  REFERENCE,
  PERIOD_START,
  PERIOD_END,
  LABOR_TOTAL,
  AGREEMENT_ID,
  VALID_FROM,
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
  TIME_OF_WORK;

  private final String header = name().toLowerCase(Locale.ROOT);

  /** The name as it stands in a header, such as {@code opened_at}. */
  String header() {
    return header;
  }
}
