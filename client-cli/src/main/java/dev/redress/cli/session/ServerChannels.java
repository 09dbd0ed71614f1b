package dev.redress.cli.session;

import dev.redress.cli.connection.ServerAddress;
import dev.redress.cli.failure.CommandFailure;
import dev.redress.cli.failure.ExitCode;
import io.grpc.ChannelCredentials;
import io.grpc.ClientInterceptor;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.TlsChannelCredentials;
import io.grpc.stub.MetadataUtils;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Channels to servers as the options want them: with TLS unless the server is on this machine, and
 * with the token that proves who calls.
 */
public final class ServerChannels implements ChannelSource {
  /** The largest answer that is taken: a page of long descriptions. */
  private static final int MESSAGE_BYTES_MAX = 64 << 20;

  private static final int TOKEN_BYTES_MAX = 16_000;

  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  private final GlobalOptions options;
  private final Map<String, String> environment;

  /**
   * By the options of a command.
   *
   * @param options may be filled in later, up to the first channel
   */
  public ServerChannels(GlobalOptions options, Map<String, String> environment) {
    this.options = options;
    this.environment = environment;
  }

  @Override
  public ManagedChannel open(ServerAddress address) {
    boolean tls = isTls(address);
    ManagedChannelBuilder<?> builder =
        builder(address, credentials(tls)).disableRetry().maxInboundMessageSize(MESSAGE_BYTES_MAX);
    token(address).map(ServerChannels::bearer).ifPresent(builder::intercept);
    return builder.build();
  }

  private static ManagedChannelBuilder<?> builder(
      ServerAddress address, ChannelCredentials credentials) {
    try {
      return Grpc.newChannelBuilderForAddress(address.host(), address.port(), credentials);
    } catch (RuntimeException e) {
      throw unusable(e);
    }
  }

  /** Whether a server is called by TLS: one of this machine only when certificates are named. */
  private boolean isTls(ServerAddress address) {
    if (options.insecurePlaintext()) {
      return false;
    }
    return options.tlsAuthorities() != null
        || options.tlsCertificate() != null
        || !isLoopback(address);
  }

  private static boolean isLoopback(ServerAddress address) {
    try {
      return InetAddress.getByName(address.host()).isLoopbackAddress();
    } catch (UnknownHostException _) {
      // The call itself will say that there is no such host.
      return false;
    }
  }

  private ChannelCredentials credentials(boolean tls) {
    if (!tls) {
      return InsecureChannelCredentials.create();
    }
    @Nullable Path certificate = options.tlsCertificate();
    @Nullable Path key = options.tlsKey();
    if ((certificate == null) != (key == null)) {
      throw new CommandFailure(ExitCode.USAGE, "--tls-cert and --tls-key go together");
    }
    TlsChannelCredentials.Builder builder = TlsChannelCredentials.newBuilder();
    try {
      @Nullable Path authorities = options.tlsAuthorities();
      if (authorities != null) {
        builder.trustManager(authorities.toFile());
      }
      if (certificate != null && key != null) {
        builder.keyManager(certificate.toFile(), key.toFile());
      }
      return builder.build();
    } catch (IOException | RuntimeException e) {
      throw unusable(e);
    }
  }

  private static CommandFailure unusable(Exception e) {
    return new CommandFailure(
        ExitCode.INVALID_INPUT,
        "the files of --tls-ca, --tls-cert and --tls-key cannot be used; they must be there, and be"
            + " certificates and a private key in PKCS #8, as PEM",
        e);
  }

  /**
   * The token for a server: from the file that was named, or where a server of this user puts it.
   */
  private Optional<String> token(ServerAddress address) {
    @Nullable Path named = options.tokenFile();
    if (named != null && address.equals(options.server())) {
      return Optional.of(read(named));
    }
    Path found = home().resolve("tokens").resolve(Integer.toString(address.port()));
    return isLoopback(address) && Files.isReadable(found)
        ? Optional.of(read(found))
        : Optional.empty();
  }

  private Path home() {
    String home = environment.getOrDefault("XDG_DATA_HOME", "");
    return home.isBlank()
        ? Path.of(System.getProperty("user.home"), ".local", "share", "redress")
        : Path.of(home, "redress");
  }

  private static String read(Path file) {
    try {
      if (Files.size(file) > TOKEN_BYTES_MAX) {
        throw new CommandFailure(
            ExitCode.INVALID_INPUT, "the file " + file + " is too long to hold a key or a token");
      }
      String token = Files.readString(file).strip();
      if (token.isEmpty() || !token.chars().allMatch(each -> each > ' ' && each < 0x7f)) {
        throw new CommandFailure(
            ExitCode.INVALID_INPUT, "the file " + file + " holds no key and no token");
      }
      return token;
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.INVALID_INPUT,
          "the token file " + file + " cannot be read; name another with --token-file",
          e);
    }
  }

  private static ClientInterceptor bearer(String token) {
    Metadata headers = new Metadata();
    headers.put(AUTHORIZATION, "Bearer " + token);
    return MetadataUtils.newAttachHeadersInterceptor(headers);
  }
}
