package dev.redress.grpc;

import dev.redress.access.Credentials;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.Certificate;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** Reads from a call what it brings along to prove who makes it. */
final class CallCredentials {
  private static final String SCHEME = "bearer ";

  /** The kind of a subject alternative name that is a URI (RFC 5280). */
  private static final int URI_NAME = 6;

  private CallCredentials() {}

  static Credentials of(ServerCall<?, ?> call, Metadata headers) {
    Optional<InetAddress> remote =
        call.getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR) instanceof InetSocketAddress peer
            ? Optional.of(peer.getAddress())
            : Optional.empty();
    return new Credentials(
        bearer(headers.get(AccessInterceptor.AUTHORIZATION)),
        names(call.getAttributes().get(Grpc.TRANSPORT_ATTR_SSL_SESSION)),
        // Without a network the caller is in the process of the server.
        remote.map(InetAddress::isLoopbackAddress).orElse(true),
        remote.map(InetAddress::getHostAddress).orElse("process"));
  }

  private static Optional<String> bearer(@Nullable String authorization) {
    return authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)
        ? Optional.of(authorization.substring(SCHEME.length()).strip())
        : Optional.empty();
  }

  private static List<String> names(@Nullable SSLSession session) {
    if (session == null) {
      return List.of();
    }
    try {
      Certificate[] chain = session.getPeerCertificates();
      return chain.length > 0 && chain[0] instanceof X509Certificate own ? uris(own) : List.of();
    } catch (SSLPeerUnverifiedException _) {
      // The client has no certificate, which is allowed: it may have a key.
      return List.of();
    }
  }

  private static List<String> uris(X509Certificate certificate) {
    List<String> uris = new ArrayList<>();
    try {
      Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      if (names != null) {
        for (List<?> name : names) {
          if (name.getFirst() instanceof Integer kind && kind == URI_NAME) {
            uris.add(String.valueOf(name.get(1)));
          }
        }
      }
    } catch (CertificateParsingException _) {
      // A certificate without readable names names nobody.
    }
    return uris;
  }
}
