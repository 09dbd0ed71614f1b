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
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      defaultValue = "table",
      converter = FormatChoice.class,
      completionCandidates = FormatChoice.class,
      scope = ScopeType.INHERIT,
      order = LAST + 2,
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

  /** The form of the answer. */
  Format format() {
    return format;
  }

  /** The options, written out, that a further command needs to mean the same. */
  String repeated() {
    String repeated = server.toString().equals(SERVER_DEFAULT) ? "" : " --server " + server;
    return provider.equals(PROVIDER_DEFAULT) ? repeated : repeated + " --provider " + provider;
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
