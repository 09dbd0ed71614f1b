package dev.redress.ingest;

import java.util.Locale;

/** Every column that has a meaning of its own, by the name that the {@code redress} format uses. */
enum Column {
  CUSTOMER_ID(Content.TEXT),
  NAME(Content.TEXT),
  TIME_ZONE(Content.TIME_ZONE),
  TIER(Content.TEXT),
  ACCOUNT_MANAGER(Content.TEXT),
  PHONE(Content.TEXT),
  EMAIL(Content.TEXT),
  ANNUAL_VALUE(Content.NUMBER),
  CURRENCY(Content.CURRENCY),
  REQUEST_ID(Content.TEXT),
  OPENED_AT(Content.MOMENT),
  CLOSED_AT(Content.MOMENT),
  SUMMARY(Content.TEXT),
  DESCRIPTION(Content.TEXT),
  REQUESTER(Content.TEXT),
  ASSIGNEE(Content.TEXT),
  TYPE(Content.TEXT),
  STATUS(Content.TEXT),
  COMPONENT(Content.TEXT),
  ENTRY_ID(Content.TEXT),
  TECHNICIAN(Content.TEXT),
  STARTED_AT(Content.MOMENT),
  WORK_DATE(Content.DAY),
  HOURS(Content.HOURS),
  NOTES(Content.TEXT),
  WORK_TYPE(Content.TEXT),
  BILLABLE(Content.FLAG),
  INVOICE_ID(Content.TEXT),
  INVOICE_DATE(Content.DAY),
  LINE_ID(Content.TEXT),
  RATE(Content.NUMBER),
  AMOUNT(Content.NUMBER),
  REFERENCE(Content.TEXT),
  PERIOD_START(Content.DAY),
  PERIOD_END(Content.DAY),
  LABOR_TOTAL(Content.NUMBER),
  AGREEMENT_ID(Content.TEXT),
  VALID_FROM(Content.DAY),
  VALID_UNTIL(Content.DAY),
  INCLUDED_HOURS(Content.NUMBER),
  INCLUDED_PERIOD(Content.TEXT),
  CARRY_OVER_HOURS(Content.NUMBER),
  OVERRUN_RATE(Content.NUMBER),
  ROUNDING_MINUTES(Content.NUMBER),
  MINIMUM_MINUTES(Content.NUMBER),
  ROUNDING_PER(Content.TEXT),
  COVERED_WORK_TYPES(Content.TEXT),
  EXCLUDED_WORK_TYPES(Content.TEXT),
  ROLE(Content.TEXT),
  TIME_OF_WORK(Content.TEXT);

  private final Content content;
  private final String header = name().toLowerCase(Locale.ROOT);

  Column(Content content) {
    this.content = content;
  }

  /** What stands in it. */
  enum Content {
    /** Any text. */
    TEXT,
    /** A day. */
    DAY,
    /** A moment. */
    MOMENT,
    /** A time that work took. */
    HOURS,
    /** An amount, a price or another number. */
    NUMBER,
    /** Yes or no. */
    FLAG,
    /** A currency by its code. */
    CURRENCY,
    /** A time zone by its name. */
    TIME_ZONE
  }

  /** What stands in it. */
  Content content() {
    return content;
  }

  /** The name as it stands in a header, such as {@code opened_at}. */
  String header() {
    return header;
  }
}
