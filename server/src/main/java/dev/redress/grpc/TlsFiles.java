package dev.redress.grpc;

import io.grpc.ServerCredentials;
import io.grpc.TlsServerCredentials;
import io.grpc.util.AdvancedTlsX509KeyManager;
import io.grpc.util.AdvancedTlsX509TrustManager;
import io.grpc.util.CertificateUtils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The PEM files of a server, and what they held when they were read last. */
final class TlsFiles {
  private static final Logger LOG = LoggerFactory.getLogger(TlsFiles.class);
  private static final byte[] PROBE = {1, 2, 3};

  private final Path certificate;
  private final Path key;
  private final @Nullable Path clientAuthorities;
  private final AdvancedTlsX509KeyManager own = new AdvancedTlsX509KeyManager();
  private final AdvancedTlsX509TrustManager clients;
  private List<FileTime> read = List.of();

  TlsFiles(Path certificate, Path key, @Nullable Path clientAuthorities)
      throws GeneralSecurityException {
    this.certificate = certificate;
    this.key = key;
    this.clientAuthorities = clientAuthorities;
    this.clients =
        AdvancedTlsX509TrustManager.newBuilder()
            // Names of clients are looked at as those of principals, not of hosts.
            .setVerification(AdvancedTlsX509TrustManager.Verification.CERTIFICATE_ONLY_VERIFICATION)
            .build();
  }

  /** What a server shows and asks for; later readings change it. */
  ServerCredentials credentials() {
    TlsServerCredentials.Builder builder = TlsServerCredentials.newBuilder().keyManager(own);
    if (clientAuthorities != null) {
      builder.trustManager(clients).clientAuth(TlsServerCredentials.ClientAuth.OPTIONAL);
    }
    return builder.build();
  }

  /** Reads them. */
  void load() throws IOException, GeneralSecurityException {
    List<FileTime> times = times();
    X509Certificate[] chain = certificates(certificate);
    PrivateKey secret = key();
    requireFit(chain[0], secret);
    own.updateIdentityCredentials(chain, secret);
    if (clientAuthorities != null) {
      clients.updateTrustCredentials(certificates(clientAuthorities));
    }
    read = times;
  }

  /** Reads them again if one has changed; what cannot be used is logged, and the old one stays. */
  void reload() {
    try {
      if (!times().equals(read)) {
        load();
        LOG.info("the certificates were read again");
      }
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      LOG.error("the changed TLS files cannot be used, the old ones stay: {}", e.getMessage());
    }
  }

  private List<FileTime> times() throws IOException {
    List<FileTime> times = new ArrayList<>();
    times.add(Files.getLastModifiedTime(certificate));
    times.add(Files.getLastModifiedTime(key));
    if (clientAuthorities != null) {
      times.add(Files.getLastModifiedTime(clientAuthorities));
    }
    return times;
  }

  private static X509Certificate[] certificates(Path file)
      throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(file)) {
      X509Certificate[] found = CertificateUtils.getX509Certificates(in);
      if (found.length == 0) {
        throw new IOException(file + " holds no certificate");
      }
      return found;
    }
  }

  private PrivateKey key() throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(key)) {
      return CertificateUtils.getPrivateKey(in);
    }
  }

  /** A key of another certificate would make every connection fail later. */
  private static void requireFit(X509Certificate own, PrivateKey secret)
      throws IOException, GeneralSecurityException {
    String algorithm =
        switch (secret.getAlgorithm()) {
          case "EC" -> "SHA256withECDSA";
          case "RSA" -> "SHA256withRSA";
          default -> secret.getAlgorithm();
        };
    Signature signature = Signature.getInstance(algorithm);
    signature.initSign(secret);
    signature.update(PROBE);
    byte[] signed = signature.sign();
    signature.initVerify(own.getPublicKey());
    signature.update(PROBE);
    if (!signature.verify(signed)) {
      throw new IOException("the key is not that of the first certificate");
    }
  }
}
