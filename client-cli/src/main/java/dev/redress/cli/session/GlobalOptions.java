package dev.redress.cli.session;

import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.connection.ServerAddress;
import dev.redress.cli.output.Format;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/** The options that every command has. */
public final class GlobalOptions {
  /** The server that is called when none is named. */
  public static final String SERVER_DEFAULT = "127.0.0.1:7443";

  /** The provider that is meant when none is named; every server has it. */
  public static final String PROVIDER_DEFAULT = "default";

  private static final int LAST = 1_000;
  private static final int ACTOR_LENGTH_MAX = 200;

  @Option(
      names = "--server",
      paramLabel = "HOST:PORT",
      defaultValue = "${env:REDRESS_SERVER:-" + SERVER_DEFAULT + "}",
      converter = AddressConverter.class,
      scope = ScopeType.INHERIT,
      order = LAST,
      description = "the server to call (REDRESS_SERVER; default " + SERVER_DEFAULT + ")")
  private ServerAddress server = ServerAddress.parse(SERVER_DEFAULT);

  @Option(
      names = "--provider",
      paramLabel = "P",
      defaultValue = "${env:REDRESS_PROVIDER:-" + PROVIDER_DEFAULT + "}",
      scope = ScopeType.INHERIT,
      order = LAST + 1,
      description = "the provider whose data is meant (REDRESS_PROVIDER; default default)")
  private String provider = PROVIDER_DEFAULT;

  @Option(
      names = "--actor",
      paramLabel = "NAME",
      defaultValue = "${env:REDRESS_ACTOR:-}",
      converter = ActorConverter.class,
      scope = ScopeType.INHERIT,
      order = LAST + 2,
      description =
          "who acts, as the journal, claims and sign-offs name you (REDRESS_ACTOR; default: the"
              + " server writes local)")
  private String actor = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      defaultValue = "table",
      converter = FormatChoice.class,
      completionCandidates = FormatChoice.class,
      scope = ScopeType.INHERIT,
      order = LAST + 3,
      description = "table, json or csv (default table)")
  private Format format = Format.TABLE;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      defaultValue = "${env:REDRESS_TOKEN_FILE:-" + Option.NULL_VALUE + "}",
      scope = ScopeType.INHERIT,
      order = LAST + 4,
      description =
          "the file with your key or token (REDRESS_TOKEN_FILE; default: that of a server that you"
              + " started on this machine)")
  private @Nullable Path tokenFile;

  @Option(
      names = "--tls-ca",
      paramLabel = "FILE",
      defaultValue = "${env:REDRESS_TLS_CA:-" + Option.NULL_VALUE + "}",
      scope = ScopeType.INHERIT,
      order = LAST + 5,
      description =
          "who vouches for the server, as PEM (REDRESS_TLS_CA; default: the authorities of Java)")
  private @Nullable Path tlsAuthorities;

  @Option(
      names = "--tls-cert",
      paramLabel = "FILE",
      defaultValue = "${env:REDRESS_TLS_CERT:-" + Option.NULL_VALUE + "}",
      scope = ScopeType.INHERIT,
      order = LAST + 6,
      description = "your certificate, as PEM (REDRESS_TLS_CERT; default: none)")
  private @Nullable Path tlsCertificate;

  @Option(
      names = "--tls-key",
      paramLabel = "FILE",
      defaultValue = "${env:REDRESS_TLS_KEY:-" + Option.NULL_VALUE + "}",
      scope = ScopeType.INHERIT,
      order = LAST + 7,
      description = "its private key, as PEM (REDRESS_TLS_KEY)")
  private @Nullable Path tlsKey;

  @Option(
      names = "--insecure-plaintext",
      scope = ScopeType.INHERIT,
      order = LAST + 8,
      description = "call another machine without TLS: whoever is on the way reads your key")
  private boolean insecurePlaintext;

  /** The options of a command that calls a server of its own, for the default provider. */
  public static GlobalOptions of(ServerAddress server, Format format) {
    GlobalOptions options = new GlobalOptions();
    options.server = server;
    options.format = format;
    return options;
  }

  /** The server to call. */
  ServerAddress server() {
    return server;
  }

  /** The provider's resource name. */
  String provider() {
    return ResourceName.isFull(provider) ? provider : "providers/" + provider;
  }

  /** Who acts; empty when nobody said. */
  String actor() {
    return actor;
  }

  /** The file of the key or token; absent: none was named. */
  @Nullable Path tokenFile() {
    return tokenFile;
  }

  /** The file of those who vouch for the server; absent: Java's. */
  @Nullable Path tlsAuthorities() {
    return tlsAuthorities;
  }

  /** The file of the caller's certificate; absent: none. */
  @Nullable Path tlsCertificate() {
    return tlsCertificate;
  }

  /** The file of its key; absent: none. */
  @Nullable Path tlsKey() {
    return tlsKey;
  }

  /** Whether TLS may be left out. */
  boolean insecurePlaintext() {
    return insecurePlaintext;
  }

  /** The form of the answer. */
  Format format() {
    return format;
  }

  /** The options, written out, that a further command needs to mean the same. */
  String repeated() {
    String repeated = server.toString().equals(SERVER_DEFAULT) ? "" : " --server " + server;
    repeated += provider.equals(PROVIDER_DEFAULT) ? "" : " --provider " + provider;
    repeated += tokenFile == null ? "" : " --token-file " + ShellWord.of(tokenFile.toString());
    return actor.isEmpty() ? repeated : repeated + " --actor " + ShellWord.of(actor);
  }

  /** Reads who acts: what fits a header of a call. */
  static final class ActorConverter implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
      if (text.length() > ACTOR_LENGTH_MAX
          || !text.strip().equals(text)
          || !text.chars().allMatch(character -> character >= ' ' && character <= '~')) {
        throw new TypeConversionException(
            "'" + text + "' is not a name of at most 200 letters, digits and signs of ASCII");
      }
      return text;
    }
  }

  /** Reads a server's address. */
  static final class AddressConverter implements ITypeConverter<ServerAddress> {
    @Override
    public ServerAddress convert(String text) {
      try {
        return ServerAddress.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    }
  }
}
