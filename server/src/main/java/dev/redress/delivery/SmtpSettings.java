package dev.redress.delivery;

import dev.redress.notification.Channel.Mail;

/**
 * The server that mails are handed to.
 *
 * @param host its name or address
 * @param port 1 to 65,535
 * @param from the address that mails come from
 * @param user empty: the server asks for none
 * @param password of the user
 */
public record SmtpSettings(
    String host, int port, Security security, String from, String user, String password) {

  public SmtpSettings {
    Mail.checkAddress(from);
    if (host.isBlank() || port < 1 || port > 65_535) {
      throw new IllegalArgumentException("the mail server needs a host and a port");
    }
    if (!user.isEmpty() && security == Security.NONE) {
      throw new IllegalArgumentException(
          "a mail user needs a safe connection: others could read the password on the way");
    }
  }

  /** Never the password. */
  @Override
  public String toString() {
    return "SmtpSettings[" + host + ":" + port + ", " + security + "]";
  }

  /** How the connection is made safe. */
  public enum Security {
    /** Begins in the clear and must change to TLS (RFC 3207). */
    STARTTLS,
    /** TLS from the beginning (RFC 8314). */
    TLS,
    /** Not at all. */
    NONE
  }
}
