package dev.redress.attachment;

/** What a document is. */
public enum EvidenceType {
  /** A mail. */
  EMAIL,
  /** The recording of a phone call. */
  CALL_RECORDING,
  /** A clause of the contract. */
  CONTRACT_CLAUSE,
  /** A technician's time sheet. */
  TIME_SHEET,
  /** A ticket as the ticketing system shows it. */
  TICKET_EXPORT,
  /** A picture of a screen. */
  SCREENSHOT,
  /** Anything else; the title says what. */
  OTHER
}
