package dev.redress.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.redress.access.IdentityProvider;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.InvalidNameException;
import dev.redress.identity.ProviderName;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.Set;

/**
 * Signed tokens (RFC 7519) of one issuer. Its public keys are fetched when they are needed and
 * kept; a token that names another key has them fetched anew, at most once within half a minute.
 */
public final class JwtIdentityProvider implements IdentityProvider {
  /** The claim that says for which provider somebody acts. */
  public static final String PROVIDER_CLAIM = "redress_provider";

  /** Signatures by a private key only: whoever can check a token must not be able to make one. */
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  /** How far the clocks of the two servers may be apart. */
  private static final Duration SKEW = Duration.ofSeconds(60);

  private static final int TOKEN_LENGTH_MAX = 12_000;
  private static final Duration FETCH_TIME = Duration.ofSeconds(3);
  private static final int KEYS_BYTES_MAX = 1 << 18;

  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

  private JwtIdentityProvider(String issuer, String audience, JWKSource<SecurityContext> keys) {
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
    DefaultJWTClaimsVerifier<SecurityContext> claims =
        new DefaultJWTClaimsVerifier<>(
            audience,
            new JWTClaimsSet.Builder().issuer(issuer).build(),
            Set.of("sub", "exp", PROVIDER_CLAIM));
    claims.setMaxClockSkew((int) SKEW.toSeconds());
    processor.setJWTClaimsSetVerifier(claims);
  }

  /**
   * Of an issuer whose keys are at a URL.
   *
   * @throws IllegalArgumentException when the URL is none
   */
  public static JwtIdentityProvider of(String issuer, String audience, URI keys) {
    try {
      int millis = (int) FETCH_TIME.toMillis();
      return new JwtIdentityProvider(
          issuer,
          audience,
          JWKSourceBuilder.create(
                  keys.toURL(), new DefaultResourceRetriever(millis, millis, KEYS_BYTES_MAX))
              .retrying(true)
              .build());
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(keys + " is not a URL", e);
    }
  }

  /** With keys that are known already. */
  static JwtIdentityProvider of(String issuer, String audience, JWKSource<SecurityContext> keys) {
    return new JwtIdentityProvider(issuer, audience, keys);
  }

  @Override
  public Identity check(String token) {
    if (token.length() > TOKEN_LENGTH_MAX) {
      throw invalid("the token is longer than " + TOKEN_LENGTH_MAX + " characters");
    }
    try {
      JWTClaimsSet claims = processor.process(token, null);
      return new Identity(
          new ProviderName(claims.getStringClaim(PROVIDER_CLAIM)), claims.getSubject());
    } catch (KeySourceException e) {
      RedressException refusal =
          new RedressException(
              ErrorReason.SERVER_UNAVAILABLE,
              "the keys of the identity provider cannot be fetched; try again later");
      refusal.initCause(e);
      throw refusal;
    } catch (BadJOSEException | JOSEException | ParseException | InvalidNameException e) {
      RedressException refusal =
          invalid("the token of the identity provider does not hold: " + e.getMessage());
      refusal.initCause(e);
      throw refusal;
    }
  }

  private static RedressException invalid(String sentence) {
    return new RedressException(ErrorReason.CREDENTIALS_INVALID, sentence);
  }
}
