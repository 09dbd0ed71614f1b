package dev.redress.matching;

/**
 * One comparison of a line with a request.
 *
 * @param lineValue what the line says, at most {@value #VALUE_LENGTH_MAX} characters
 * @param requestValue what the request or its time entries say, equally short
 * @param bits log2(m/u) of the level that the two values reach: positive speaks for the pair,
 *     negative against it, zero says nothing
 */
public record Signal(Kind kind, String lineValue, String requestValue, double bits) {

  /** Most characters of a value that evidence keeps. */
  public static final int VALUE_LENGTH_MAX = 120;

  /** What is compared. */
  public enum Kind {
    /** A request named by the line. */
    REFERENCE,
    /** The date of the work against the life of the request and its time entries. */
    DATE,
    /** Who worked, against time entries and assignee. */
    TECHNICIAN,
    /** Hours billed against hours logged. */
    HOURS,
    /** Words of the description against the words of the request and its notes. */
    TEXT,
    /** A person of the customer that the line names. */
    REQUESTER,
    /** The kind of work. */
    WORK_TYPE,
    /** How much unrelated labor this request already swallows. */
    CATCH_ALL,
    /** What a clerk decided. */
    DECISION
  }
}
