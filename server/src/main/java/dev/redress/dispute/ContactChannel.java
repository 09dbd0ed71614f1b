package dev.redress.dispute;

/** How a customer said something. */
public enum ContactChannel {
  /** On the phone. */
  PHONE,
  /** By electronic mail. */
  MAIL,
  /** By letter. */
  LETTER,
  /** Through a system of the provider. */
  PORTAL,
  /** Face to face. */
  IN_PERSON
}
