package dev.redress.notification;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How a target is reached. */
public sealed interface Channel {

  /** By what. */
  ChannelKind kind();

  /** Where to, as the journal may show it: never a secret. */
  String shown();

  /**
   * An HTTP endpoint.
   *
   * @param url absolute, {@code https} or {@code http}, in ASCII, with a host and without user or
   *     fragment, at most 2,000 characters; it may hold a secret of the receiver
   */
  record Webhook(String url, SigningKeys keys) implements Channel {
    private static final int URL_MAX = 2_000;

    public Webhook {
      check(url);
    }

    @Override
    public ChannelKind kind() {
      return ChannelKind.WEBHOOK;
    }

    /** Scheme and host alone: many receivers know a sender by a secret path. */
    @Override
    public String shown() {
      return uri().getScheme() + "://" + uri().getAuthority();
    }

    /** Where to. */
    public URI uri() {
      return URI.create(url);
    }

    private static void check(String url) {
      if (url.length() > URL_MAX) {
        throw new IllegalArgumentException(
            "the URL has " + url.length() + " characters; at most " + URL_MAX + " are allowed");
      }
      URI uri;
      try {
        uri = new URI(url);
      } catch (URISyntaxException e) {
        throw new IllegalArgumentException("the URL cannot be read: " + e.getReason(), e);
      }
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      if (!(scheme.equals("https") || scheme.equals("http"))
          || uri.getHost() == null
          || uri.getRawUserInfo() != null
          || uri.getRawFragment() != null
          || !url.equals(uri.toASCIIString())
          || uri.getPort() == 0
          || uri.getPort() > 65_535) {
        throw new IllegalArgumentException(
            "must be a URL such as https://example.com/hooks/redress, without user and fragment");
      }
    }
  }

  /**
   * Mail.
   *
   * @param addresses 1 to 20, each once, of the form {@code name@host}
   */
  record Mail(List<String> addresses) implements Channel {
    private static final int ADDRESSES_MAX = 20;
    private static final int ADDRESS_MAX = 254;

    /** What an HTML form takes for an address: no spaces, quotes, comments or line breaks. */
    private static final Pattern ADDRESS =
        Pattern.compile(
            "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}"
                + "@[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
                + "(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*");

    public Mail {
      addresses = List.copyOf(addresses);
      if (addresses.isEmpty() || addresses.size() > ADDRESSES_MAX) {
        throw new IllegalArgumentException(
            "has " + addresses.size() + " addresses; 1 to " + ADDRESSES_MAX + " are allowed");
      }
      addresses.forEach(Mail::checkAddress);
      if (new HashSet<>(addresses).size() < addresses.size()) {
        throw new IllegalArgumentException("names an address twice");
      }
    }

    /**
     * Gives back a mail address.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static String checkAddress(String address) {
      if (address.length() > ADDRESS_MAX || !ADDRESS.matcher(address).matches()) {
        throw new IllegalArgumentException(
            "'"
                + address.substring(0, Math.min(address.length(), 60)).replaceAll("\\p{Cntrl}", "?")
                + "' is not a mail address such as mia@example.com");
      }
      return address;
    }

    @Override
    public ChannelKind kind() {
      return ChannelKind.MAIL;
    }

    @Override
    public String shown() {
      return String.join(" ", addresses);
    }
  }
}
