package dev.redress.error;

import static dev.redress.error.ErrorReason.Kind.ABORTED;
import static dev.redress.error.ErrorReason.Kind.ALREADY_EXISTS;
import static dev.redress.error.ErrorReason.Kind.FAILED_PRECONDITION;
import static dev.redress.error.ErrorReason.Kind.INTERNAL_ERROR;
import static dev.redress.error.ErrorReason.Kind.INVALID_ARGUMENT;
import static dev.redress.error.ErrorReason.Kind.NOT_FOUND;
import static dev.redress.error.ErrorReason.Kind.PERMISSION_DENIED;
import static dev.redress.error.ErrorReason.Kind.RESOURCE_EXHAUSTED;
import static dev.redress.error.ErrorReason.Kind.UNAUTHENTICATED;
import static dev.redress.error.ErrorReason.Kind.UNAVAILABLE;

/**
 * Every reason for which a call is refused, in the order in which it is looked for: what is wrong
 * with the call itself, then what is missing, then what stands against it.
 */
public enum ErrorReason {
  /** Nobody said who makes the call. */
  CREDENTIALS_MISSING(UNAUTHENTICATED),
  /** The key, token or certificate is not known, has ended, or belongs to somebody shut out. */
  CREDENTIALS_INVALID(UNAUTHENTICATED),
  /** Too many calls of one caller, or wrong keys from one place; try again after the time given. */
  RATE_LIMITED(RESOURCE_EXHAUSTED),
  /** The role of the caller does not allow the method, or acting in that name. */
  ROLE_FORBIDS(PERMISSION_DENIED),
  /** The bytes of the call are not a valid message. */
  MESSAGE_MALFORMED(INVALID_ARGUMENT),
  /** A field is missing, too long, out of range or does not fit another; violations say which. */
  FIELD_INVALID(INVALID_ARGUMENT),
  /** A resource name or an id does not have the form it must have. */
  NAME_INVALID(INVALID_ARGUMENT),
  /** {@code request_id} is not a UUID. */
  REQUEST_ID_INVALID(INVALID_ARGUMENT),
  /** {@code request_id} was used before for a call with another content. */
  REQUEST_ID_REUSED(INVALID_ARGUMENT),
  /** {@code page_token} is not one that this server gave for this list. */
  PAGE_TOKEN_INVALID(INVALID_ARGUMENT),
  /** {@code filter} is not understood. */
  FILTER_INVALID(INVALID_ARGUMENT),
  /** An amount is in another currency than the thing it is about. */
  CURRENCY_MISMATCH(INVALID_ARGUMENT),
  /** A call is logged for a callback of another customer than the one who was called. */
  CUSTOMER_MISMATCH(INVALID_ARGUMENT),
  /** A disputed line has no outcome, has two, or a line with an outcome is not in the dispute. */
  OUTCOME_INCOMPLETE(INVALID_ARGUMENT),
  /** The file has no content. */
  FILE_EMPTY(INVALID_ARGUMENT),
  /** The file is not UTF-8 text, nor ISO-8859-1 of a format that has it. */
  FILE_NOT_TEXT(INVALID_ARGUMENT),
  /** The header lacks a required column or has one twice. */
  FILE_HEADER_INVALID(INVALID_ARGUMENT),
  /** The file ends in the middle of a quoted field. */
  FILE_ENDS_IN_QUOTES(INVALID_ARGUMENT),
  /** No format of this name, none that fits the file, or quotes that RFC 4180 does not allow. */
  FILE_FORMAT_UNKNOWN(INVALID_ARGUMENT),
  /** The file leaves something open, such as the order of day and month, that must be said. */
  FILE_NEEDS_ANSWER(INVALID_ARGUMENT),

  /** There is no such provider. */
  PROVIDER_NOT_FOUND(NOT_FOUND),
  /** There is no such customer. */
  CUSTOMER_NOT_FOUND(NOT_FOUND),
  /** The customer was not erased. */
  ERASURE_NOT_FOUND(NOT_FOUND),
  /** There is no such agreement. */
  AGREEMENT_NOT_FOUND(NOT_FOUND),
  /** There is no such request. */
  REQUEST_NOT_FOUND(NOT_FOUND),
  /** There is no such time entry. */
  TIME_ENTRY_NOT_FOUND(NOT_FOUND),
  /** There is no such invoice. */
  INVOICE_NOT_FOUND(NOT_FOUND),
  /** There is no such labor line. */
  LINE_NOT_FOUND(NOT_FOUND),
  /** There is no such import. */
  IMPORT_NOT_FOUND(NOT_FOUND),
  /** There is no such run. */
  RECONCILIATION_NOT_FOUND(NOT_FOUND),
  /** There is no such model. */
  MODEL_NOT_FOUND(NOT_FOUND),
  /** The line has no verdict yet. */
  VERDICT_NOT_FOUND(NOT_FOUND),
  /** Nothing was decided that could be taken back. */
  DECISION_NOT_FOUND(NOT_FOUND),
  /** The last run found nothing of the kind on the line, or nobody dismissed it. */
  FINDING_NOT_FOUND(NOT_FOUND),
  /** There is no such dispute. */
  DISPUTE_NOT_FOUND(NOT_FOUND),
  /** There is no such callback. */
  CALLBACK_NOT_FOUND(NOT_FOUND),
  /** There is no such promise. */
  PROMISE_NOT_FOUND(NOT_FOUND),
  /** There is no such escalation. */
  ESCALATION_NOT_FOUND(NOT_FOUND),
  /** There is no such absence. */
  ABSENCE_NOT_FOUND(NOT_FOUND),
  /** There is no such service level. */
  SERVICE_LEVEL_NOT_FOUND(NOT_FOUND),
  /** There is no such note of the dispute. */
  NOTE_NOT_FOUND(NOT_FOUND),
  /** There is no such evidence of the dispute. */
  EVIDENCE_NOT_FOUND(NOT_FOUND),
  /** There is no such credit. */
  CREDIT_NOT_FOUND(NOT_FOUND),
  /** There is no such handoff. */
  HANDOFF_NOT_FOUND(NOT_FOUND),
  /** There is no such event. */
  EVENT_NOT_FOUND(NOT_FOUND),
  /** There is no such notification target. */
  NOTIFICATION_TARGET_NOT_FOUND(NOT_FOUND),
  /** The target has no such dead letter. */
  DEAD_LETTER_NOT_FOUND(NOT_FOUND),
  /** There is no such principal. */
  PRINCIPAL_NOT_FOUND(NOT_FOUND),
  /** There is no such key. */
  API_KEY_NOT_FOUND(NOT_FOUND),

  /** Only the account manager of the customer may do this. */
  NOT_ACCOUNT_MANAGER(PERMISSION_DENIED),
  /** Who approves may not concede so much. */
  AUTHORITY_EXCEEDED(PERMISSION_DENIED),
  /** Only the person who is asked to take a dispute over can say yes or no. */
  NOT_THE_RECEIVER(PERMISSION_DENIED),
  /** Only the owner of the dispute, or who asked, can take a handoff back. */
  NOT_THE_OWNER(PERMISSION_DENIED),

  /** The id is taken. */
  RESOURCE_EXISTS(ALREADY_EXISTS),
  /** The line is or was disputed for this reason already. */
  LINE_ALREADY_DISPUTED(ALREADY_EXISTS),
  /** The person is away at some moment of that time already. */
  ABSENCE_OVERLAPS(ALREADY_EXISTS),
  /** The customer has another agreement for some of these days. */
  AGREEMENT_OVERLAPS(ALREADY_EXISTS),

  /** The etag is no longer that of the resource. */
  STALE_VERSION(ABORTED),
  /** Another call changed the same things at the same time; it is safe to try again. */
  CONCURRENT_CHANGE(ABORTED),

  /** The customer was erased: nothing is written about it any more. */
  CUSTOMER_ERASED(FAILED_PRECONDITION),
  /** The customer has a dispute, call, promise or run that is not done, so it is not erased. */
  CUSTOMER_HAS_OPEN_WORK(FAILED_PRECONDITION),
  /** The run has not ended yet. */
  RECONCILIATION_NOT_ENDED(FAILED_PRECONDITION),
  /** Too little was decided to fit a model to. */
  TOO_FEW_DECISIONS(FAILED_PRECONDITION),
  /** The dispute's state does not allow this action. */
  DISPUTE_STATE_FORBIDS_ACTION(FAILED_PRECONDITION),
  /** The invoice has another open dispute, so this one cannot be reopened. */
  INVOICE_HAS_OPEN_DISPUTE(FAILED_PRECONDITION),
  /** Nobody would tell the customer that a credit is taken back. */
  INVOICE_HAS_NO_OPEN_DISPUTE(FAILED_PRECONDITION),
  /** The credit is a reversal, or was taken back already. */
  CREDIT_REVERSED(FAILED_PRECONDITION),
  /** No call has reached the customer yet, so the dispute cannot end (I3). */
  CUSTOMER_NOT_REACHED(FAILED_PRECONDITION),
  /** The callback has ended, or its attempts are exhausted. */
  CALLBACK_NOT_LIVE(FAILED_PRECONDITION),
  /** Somebody else is making the call. */
  CALLBACK_CLAIMED(FAILED_PRECONDITION),
  /** Attempts are left, or the callback has ended: it cannot be signed off. */
  CALLBACK_NOT_EXHAUSTED(FAILED_PRECONDITION),
  /** The provider moved the call three times in a row; somebody must try to make it first. */
  CALLBACK_RESCHEDULED_TOO_OFTEN(FAILED_PRECONDITION),
  /** The promise was kept already, or the customer released us from it. */
  PROMISE_NOT_OPEN(FAILED_PRECONDITION),
  /** The escalation is acknowledged already, or closed. */
  ESCALATION_NOT_OPEN(FAILED_PRECONDITION),
  /** Somebody is asked to take the dispute over already. */
  HANDOFF_PENDING(FAILED_PRECONDITION),
  /** The handoff was accepted, declined or cancelled already. */
  HANDOFF_NOT_PENDING(FAILED_PRECONDITION),
  /** More would be disputed or credited than the line leaves (I4). */
  AMOUNT_EXCEEDS_LINE(FAILED_PRECONDITION),
  /** The format of a document has two decimals, and an amount in it has more. */
  AMOUNT_TOO_FINE(FAILED_PRECONDITION),
  /** The dispute would hold more lines, notes or evidence than it may. */
  DISPUTE_FULL(FAILED_PRECONDITION),
  /** Somebody said already that the evidence does not count. */
  EVIDENCE_RETRACTED(FAILED_PRECONDITION),
  /** The server was started without SMTP settings, so it sends no mail. */
  MAIL_NOT_CONFIGURED(FAILED_PRECONDITION),
  /** The provider has as many notification targets as it may. */
  TOO_MANY_TARGETS(FAILED_PRECONDITION),
  /** The database is PostgreSQL, which is backed up by its own tools. */
  BACKUP_NOT_EMBEDDED(FAILED_PRECONDITION),
  /** The server was started without a folder for backups. */
  BACKUP_NOT_CONFIGURED(FAILED_PRECONDITION),
  /** Another backup is being made. */
  BACKUP_RUNNING(FAILED_PRECONDITION),
  /** The backup could not be written; the sentence says why, and nothing is left of it. */
  BACKUP_FAILED(FAILED_PRECONDITION),

  /** The message, file, list or a field of a file is larger than its limit. */
  TOO_LARGE(RESOURCE_EXHAUSTED),
  /** The server has more calls than it can serve; try again after the time given. */
  OVERLOADED(RESOURCE_EXHAUSTED),
  /** The reader of a stream does not keep up; it can watch again from where it was. */
  WATCHER_TOO_SLOW(RESOURCE_EXHAUSTED),
  /** The server is going down, or cannot reach its database. */
  SERVER_UNAVAILABLE(UNAVAILABLE),
  /** Something went wrong that is not the caller's fault; the log of the server has the details. */
  INTERNAL(INTERNAL_ERROR);

  private final Kind kind;

  ErrorReason(Kind kind) {
    this.kind = kind;
  }

  /** What a caller can do about it. */
  public Kind kind() {
    return kind;
  }

  /** The canonical kinds of failure (AIP-193), named as on the wire. */
  public enum Kind {
    /** Who asks has not proved who it is. */
    UNAUTHENTICATED,
    /** The call is wrong whatever the state of the server. */
    INVALID_ARGUMENT,
    /** Something named does not exist. */
    NOT_FOUND,
    /** The one who asks may not do this. */
    PERMISSION_DENIED,
    /** Something to be created exists. */
    ALREADY_EXISTS,
    /** Something changed meanwhile: read again and try again. */
    ABORTED,
    /** The state of something must change first. */
    FAILED_PRECONDITION,
    /** A limit was reached. */
    RESOURCE_EXHAUSTED,
    /** Try again later. */
    UNAVAILABLE,
    /** A bug or a broken machine. */
    INTERNAL_ERROR
  }
}
