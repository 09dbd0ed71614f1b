package dev.redress.brief;

import dev.redress.callback.Outcome;
import dev.redress.dispute.ContactChannel;
import dev.redress.dispute.DisputeReason;
import dev.redress.finding.FindingCode;

/** The fixed words of the product, as they are said on the phone. */
public final class PlainWords {
  private PlainWords() {}

  /** After "disputed because". */
  public static String of(DisputeReason reason) {
    return switch (reason) {
      case UNCORRELATED -> "no request backs it";
      case BEFORE_REQUEST -> "the work was done before it was asked for";
      case AFTER_CLOSE -> "the work was done after the request was closed";
      case DUPLICATE -> "it was billed twice";
      case HOURS_EXCESS -> "more hours are billed than were worked";
      case ROUNDING -> "the hours are rounded otherwise than agreed";
      case OVERLAP -> "the technician was at two places at once";
      case IMPOSSIBLE_DAY -> "the technician worked more hours than a day has to give";
      case RATE -> "the price is not the agreed one";
      case IN_AGREEMENT -> "the agreement had hours left for it";
      case NON_BILLABLE -> "the work is not billed by agreement";
      case ADMIN_TRAVEL -> "administration or travel was not agreed";
      case NO_NOTES -> "nothing says what was done";
      case VAGUE -> "what it says could be anything";
      case BLOCK_BILLED -> "it lumps several things together";
      case STALE -> "it was billed long after the work";
      case OUT_OF_PERIOD -> "the work lies outside the period that is billed";
      case WRONG_CUSTOMER -> "it is another customer's work";
      case NOT_DELIVERED -> "the work was not done";
      case REWORK_QUALITY -> "the work was not good";
      case ARITHMETIC -> "the arithmetic is wrong";
      case CREDIT_NOT_APPLIED -> "a credit that was promised is missing";
      case CUSTOMER_UNRECOGNIZED -> "the customer does not recognise it";
      case UNDERCHARGE -> "less was billed than agreed, which is no claim";
    };
  }

  /** After "also found:". */
  static String of(FindingCode finding) {
    return switch (finding) {
      case UNCORRELATED -> "no request backs it";
      case BEFORE_REQUEST -> "the work was done before it was asked for";
      case AFTER_CLOSE -> "the work was done after the request was closed";
      case DUPLICATE -> "the same work was billed on an earlier line";
      case OVERLAP -> "the technician was at work elsewhere at the same time";
      case IMPOSSIBLE_DAY -> "the technician was billed for more hours than a day has to give";
      case HOURS_EXCESS -> "more hours are billed than were logged";
      case ROUNDING -> "the hours are rounded otherwise than agreed";
      case RATE -> "the price is above the agreed one";
      case IN_AGREEMENT -> "the agreement had hours left for it";
      case NON_BILLABLE -> "the work was logged as not to be billed";
      case NO_NOTES -> "the line does not say what was done";
      case VAGUE -> "what the line says could be anything";
      case BLOCK_BILLED -> "the line lumps several things together";
      case STALE -> "it was billed long after the work";
      case OUT_OF_PERIOD -> "the work lies outside the period that is billed";
      case LATE_LOGGED -> "the work was logged late";
      case ARITHMETIC -> "hours times rate is not the amount";
      case WRONG_CUSTOMER -> "the work was logged for another customer";
      case ADMIN_TRAVEL -> "administration or travel was not agreed";
      case UNDERCHARGE -> "less is billed than agreed, which is no claim";
    };
  }

  /** What an attempt came to. */
  static String of(Outcome outcome) {
    return switch (outcome) {
      case REACHED -> "spoke with the customer";
      case NO_ANSWER -> "nobody answered";
      case VOICEMAIL -> "left a message";
      case BUSY -> "the line was busy";
      case HUNG_UP -> "the customer hung up";
      case WRONG_NUMBER -> "the number was wrong";
      case CUSTOMER_RESCHEDULED -> "the customer asked to be called at another time";
    };
  }

  /** Whether the customer was spoken to, however shortly. */
  static boolean isTalk(Outcome outcome) {
    return switch (outcome) {
      case REACHED, HUNG_UP, CUSTOMER_RESCHEDULED -> true;
      case NO_ANSWER, VOICEMAIL, BUSY, WRONG_NUMBER -> false;
    };
  }

  /** After "said so". */
  static String of(ContactChannel channel) {
    return switch (channel) {
      case PHONE -> "on the phone";
      case MAIL -> "by mail";
      case LETTER -> "by letter";
      case PORTAL -> "through the portal";
      case IN_PERSON -> "in person";
    };
  }

  /** A number of things, in the singular or the plural. */
  static String count(long number, String one) {
    return number + " " + (number == 1 ? one : one + "s");
  }
}
