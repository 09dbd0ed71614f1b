package dev.redress.app;

import dev.redress.delivery.SmtpSettings;
import dev.redress.delivery.SmtpSettings.Security;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how notifications leave the server. */
final class NotifyOptions {
  @Option(
      names = "--smtp-host",
      paramLabel = "HOST",
      description = "The mail server that notifications are handed to. Default: no mail is sent.")
  private @Nullable String host;

  @Option(
      names = "--smtp-port",
      paramLabel = "N",
      description = "Its port. Default: 587 with starttls, 465 with tls, 25 with none.")
  private @Nullable Integer port;

  @Option(
      names = "--smtp-from",
      paramLabel = "ADDRESS",
      description = "The address that mails come from.")
  private @Nullable String from;

  @Option(names = "--smtp-user", paramLabel = "USER", description = "Its user. Default: none.")
  private String user = "";

  @Option(
      names = "--smtp-password-file",
      paramLabel = "FILE",
      description = "A file with the user's password.")
  private @Nullable Path passwordFile;

  @Option(
      names = "--smtp-tls",
      paramLabel = "HOW",
      description = "How the connection is made safe: starttls, tls or none. Default: starttls.")
  private String security = "starttls";

  @Option(
      names = "--notify-private-hosts",
      description =
          "Lets webhooks lead to hosts that are not on the public internet, also by plain HTTP.")
  private boolean privateHosts;

  boolean privateHosts() {
    return privateHosts;
  }

  /**
   * The mail server; absent when none was named.
   *
   * @throws IllegalArgumentException when the options do not fit together
   * @throws IOException when the password cannot be read
   */
  @Nullable SmtpSettings smtp() throws IOException {
    if (host == null) {
      if (from != null || passwordFile != null || port != null || !user.isEmpty()) {
        throw new IllegalArgumentException("the --smtp options need --smtp-host");
      }
      return null;
    }
    if (from == null) {
      throw new IllegalArgumentException("--smtp-host needs --smtp-from");
    }
    if (user.isEmpty() != (passwordFile == null)) {
      throw new IllegalArgumentException("--smtp-user and --smtp-password-file go together");
    }
    Security how = how();
    return new SmtpSettings(
        host,
        port == null ? standardPort(how) : port,
        how,
        from,
        user,
        passwordFile == null
            ? ""
            : Files.readString(ServeCommand.existing("--smtp-password-file", passwordFile))
                .strip());
  }

  private Security how() {
    return switch (security.toLowerCase(Locale.ROOT)) {
      case "starttls" -> Security.STARTTLS;
      case "tls" -> Security.TLS;
      case "none" -> Security.NONE;
      default ->
          throw new IllegalArgumentException(
              "--smtp-tls must be starttls, tls or none, not " + security);
    };
  }

  private static int standardPort(Security how) {
    return switch (how) {
      case STARTTLS -> 587;
      case TLS -> 465;
      case NONE -> 25;
    };
  }
}
