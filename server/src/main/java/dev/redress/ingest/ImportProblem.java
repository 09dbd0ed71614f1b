package dev.redress.ingest;

/**
 * Why a row was not stored.
 *
 * @param line where the row begins in the file; the header is line 1; of a workbook the number of
 *     the row in its sheet, of UBL and JSON the place of the line or entry in its list, from 1
 * @param column the column at fault; empty when it is the whole row
 * @param value at most 200 characters of the value at fault
 * @param message what is wrong and what to do, in one sentence of at most 1,000 characters
 */
public record ImportProblem(long line, String column, String value, String message, Code code) {

  /** What is wrong, for programs. */
  public enum Code {
    /** A required value is empty. */
    MISSING_VALUE,
    /** Not a number, or one that is too fine or out of range. */
    INVALID_NUMBER,
    /** Not a date or a moment, or one that the calendar does not have. */
    INVALID_DATE,
    /** Not one of the values that the column allows. */
    INVALID_VALUE,
    /** An id that cannot be one. */
    INVALID_ID,
    /** A text above its limit. */
    TEXT_TOO_LONG,
    /** More or fewer fields than the header has columns. */
    FIELD_COUNT,
    /** The id stands in the file twice with different content. */
    DUPLICATE_ID,
    /** The customer is not known. */
    UNKNOWN_CUSTOMER,
    /** The request is not known. */
    UNKNOWN_REQUEST,
    /** Rows of one invoice do not agree about the invoice. */
    INVOICE_MISMATCH,
    /** The amount of a line that is disputed or credited cannot change. */
    LINE_HELD,
    /** The agreement differs from its other rows, overlaps another one, or becomes too large. */
    AGREEMENT_MISMATCH,
    /** The customer was erased. */
    CUSTOMER_ERASED
  }
}
