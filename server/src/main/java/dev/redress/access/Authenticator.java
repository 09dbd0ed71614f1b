package dev.redress.access;

/** Finds out who makes a call. */
@FunctionalInterface
public interface Authenticator {

  /**
   * Who it is.
   *
   * @throws dev.redress.error.RedressException {@code CREDENTIALS_MISSING} or {@code
   *     CREDENTIALS_INVALID}
   */
  Caller authenticate(Credentials credentials);
}
