package dev.redress.cli.session;

import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.connection.ServerAddress;
import dev.redress.cli.output.Format;
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

  /** The form of the answer. */
  Format format() {
    return format;
  }

  /** The options, written out, that a further command needs to mean the same. */
  String repeated() {
    String repeated = server.toString().equals(SERVER_DEFAULT) ? "" : " --server " + server;
    repeated += provider.equals(PROVIDER_DEFAULT) ? "" : " --provider " + provider;
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
