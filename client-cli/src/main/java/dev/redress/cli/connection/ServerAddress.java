package dev.redress.cli.connection;

/**
 * Where a server listens.
 *
 * @param host a name or an address; an IPv6 address without brackets
 * @param port 1 to 65535
 */
public record ServerAddress(String host, int port) {
  private static final int PORT_MAX = 65_535;

  public ServerAddress {
    if (host.isBlank()) {
      throw new IllegalArgumentException("the host is missing");
    }
    if (port < 1 || port > PORT_MAX) {
      throw new IllegalArgumentException("the port must be from 1 to " + PORT_MAX);
    }
  }

  /**
   * Reads {@code HOST:PORT}, such as {@code 127.0.0.1:7443} or {@code [::1]:7443}.
   *
   * @throws IllegalArgumentException when it is anything else
   */
  public static ServerAddress parse(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("'" + text + "' is not of the form HOST:PORT");
    }
    String host = text.substring(0, colon);
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    if (!bracketed && host.indexOf(':') >= 0) {
      throw new IllegalArgumentException("an IPv6 address needs brackets, such as [::1]:7443");
    }
    try {
      return new ServerAddress(
          bracketed ? host.substring(1, host.length() - 1) : host,
          Integer.parseInt(text.substring(colon + 1)));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + text + "' has no port number at its end", e);
    }
  }

  /** The form that {@link #parse} reads. */
  @Override
  public String toString() {
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
  }
}
