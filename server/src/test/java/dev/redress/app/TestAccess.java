package dev.redress.app;

import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What tests need to call a whole server: it lets in who shows its token. */
public final class TestAccess {
  private TestAccess() {}

  /** On loopback, with the token beside the data. */
  public static AccessSettings settings(Path data) {
    return new AccessSettings(data.resolve("token"), false, null, false, null, 100_000, 1_000);
  }

  /** A channel of the operator to a server of this machine; the caller shuts it down. */
  public static ManagedChannel channel(int port, Path tokenFile) {
    Metadata headers = new Metadata();
    headers.put(
        Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER),
        "Bearer " + read(tokenFile));
    return NettyChannelBuilder.forAddress("127.0.0.1", port)
        .usePlaintext()
        .intercept(MetadataUtils.newAttachHeadersInterceptor(headers))
        .build();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
