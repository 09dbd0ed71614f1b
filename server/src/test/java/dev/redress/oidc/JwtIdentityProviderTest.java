package dev.redress.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import dev.redress.access.IdentityProvider.Identity;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.ProviderName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which tokens of an identity provider hold, against a real server of its keys. */
class JwtIdentityProviderTest {
  private static final AtomicReference<String> PUBLISHED = new AtomicReference<>("");
  private static final AtomicInteger FETCHES = new AtomicInteger();

  @SuppressWarnings("NullAway.Init") // before all tests
  private static HttpServer keyServer;

  private static final RSAKey RSA = rsa("one");
  private static final RSAKey LATER = rsa("later");

  /** The same name as a key that is published. */
  private static final RSAKey STRANGERS = rsa("one");

  private static final ECKey EC = ec("two");

  @BeforeAll
  static void publishKeys() throws IOException {
    PUBLISHED.set(new JWKSet(List.of(RSA, EC)).toString());
    keyServer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    keyServer.createContext(
        "/keys",
        exchange -> {
          FETCHES.incrementAndGet();
          byte[] bytes = PUBLISHED.get().getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    keyServer.start();
  }

  @AfterAll
  static void stop() {
    keyServer.stop(0);
  }

  private static RSAKey rsa(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ECKey ec(String id) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JwtIdentityProvider provider() {
    return JwtIdentityProvider.of(
        "https://id.example",
        "redress",
        URI.create("http://127.0.0.1:" + keyServer.getAddress().getPort() + "/keys"));
  }

  @Test
  void token_thatHolds_namesSomebodyOfAProvider() throws JOSEException {
    JwtIdentityProvider tokens = provider();
    Identity ann = new Identity(new ProviderName("acme"), "ann@example");

    assertThat(tokens.check(signed(RSA, claims().build()))).isEqualTo(ann);
    assertThat(tokens.check(signed(EC, claims().build()))).isEqualTo(ann);
    assertThat(tokens.check(signed(RSA, claims().expirationTime(in(-30)).build())))
        .as("clocks may differ by a minute")
        .isEqualTo(ann);
  }

  @Test
  void keys_areFetchedOnce_andAnewForAKeyThatIsNew() throws JOSEException {
    JwtIdentityProvider tokens = provider();
    FETCHES.set(0);
    tokens.check(signed(RSA, claims().build()));
    tokens.check(signed(EC, claims().build()));
    assertThat(FETCHES).hasValue(1);

    String before = PUBLISHED.getAndSet(new JWKSet(List.of(RSA, EC, LATER)).toString());
    try {
      assertThat(tokens.check(signed(LATER, claims().build())).subject()).isEqualTo("ann@example");
      assertThat(FETCHES).hasValue(2);
    } finally {
      PUBLISHED.set(before);
    }
  }

  /** Tokens that must not hold. */
  enum Wrong {
    EXPIRED,
    NOT_YET_VALID,
    FOR_ANOTHER_AUDIENCE,
    FOR_NO_AUDIENCE,
    OF_ANOTHER_ISSUER,
    WITHOUT_END,
    WITHOUT_SUBJECT,
    WITHOUT_PROVIDER,
    PROVIDER_IS_NO_NAME,
    NOT_SIGNED,
    SIGNED_WITH_THE_PUBLIC_KEY_AS_A_SECRET,
    SIGNED_BY_A_STRANGER,
    CHANGED_AFTERWARDS,
    LONG,
    GARBAGE,
    EMPTY
  }

  @ParameterizedTest
  @EnumSource
  void token_thatIsWrong_isRefused(Wrong wrong) throws JOSEException {
    JwtIdentityProvider tokens = provider();
    String token = token(wrong);

    assertThatThrownBy(() -> tokens.check(token))
        .isInstanceOfSatisfying(
            RedressException.class,
            refusal -> assertThat(refusal.reason()).isEqualTo(ErrorReason.CREDENTIALS_INVALID));
  }

  @Test
  void keys_thatCannotBeFetched_areNotTheCallersFault() {
    JwtIdentityProvider tokens =
        JwtIdentityProvider.of(
            "https://id.example", "redress", URI.create("http://127.0.0.1:1/keys"));

    assertThatThrownBy(() -> tokens.check(signed(RSA, claims().build())))
        .isInstanceOfSatisfying(
            RedressException.class,
            refusal -> assertThat(refusal.reason()).isEqualTo(ErrorReason.SERVER_UNAVAILABLE));
  }

  private static String token(Wrong wrong) throws JOSEException {
    return switch (wrong) {
      case EXPIRED -> signed(RSA, claims().expirationTime(in(-90)).build());
      case NOT_YET_VALID -> signed(RSA, claims().notBeforeTime(in(90)).build());
      case FOR_ANOTHER_AUDIENCE -> signed(RSA, claims().audience("crm").build());
      case FOR_NO_AUDIENCE -> signed(RSA, claims().claim("aud", null).build());
      case OF_ANOTHER_ISSUER -> signed(RSA, claims().issuer("https://evil.example").build());
      case WITHOUT_END -> signed(RSA, claims().expirationTime(null).build());
      case WITHOUT_SUBJECT -> signed(RSA, claims().subject(null).build());
      case WITHOUT_PROVIDER ->
          signed(RSA, claims().claim(JwtIdentityProvider.PROVIDER_CLAIM, null).build());
      case PROVIDER_IS_NO_NAME ->
          signed(RSA, claims().claim(JwtIdentityProvider.PROVIDER_CLAIM, "a/b").build());
      case NOT_SIGNED -> new PlainJWT(claims().build()).serialize();
      case SIGNED_WITH_THE_PUBLIC_KEY_AS_A_SECRET ->
          signed(
              new MACSigner(RSA.toRSAPublicKey().getEncoded()),
              JWSAlgorithm.HS256,
              "one",
              claims().build());
      case SIGNED_BY_A_STRANGER -> signed(STRANGERS, claims().build());
      case CHANGED_AFTERWARDS -> {
        String[] parts = signed(RSA, claims().build()).split("\\.", -1);
        String[] others = signed(RSA, claims().subject("bob@example").build()).split("\\.", -1);
        yield parts[0] + "." + others[1] + "." + parts[2];
      }
      case LONG -> signed(RSA, claims().claim("x", "y".repeat(12_000)).build());
      case GARBAGE -> "a.b.c";
      case EMPTY -> "";
    };
  }

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer("https://id.example")
        .audience("redress")
        .subject("ann@example")
        .claim(JwtIdentityProvider.PROVIDER_CLAIM, "acme")
        .expirationTime(in(300));
  }

  private static Date in(long seconds) {
    return Date.from(Instant.now().plus(Duration.ofSeconds(seconds)));
  }

  private static String signed(RSAKey key, JWTClaimsSet claims) throws JOSEException {
    return signed(new RSASSASigner(key), JWSAlgorithm.RS256, key.getKeyID(), claims);
  }

  private static String signed(ECKey key, JWTClaimsSet claims) throws JOSEException {
    return signed(new ECDSASigner(key), JWSAlgorithm.ES256, key.getKeyID(), claims);
  }

  private static String signed(
      JWSSigner signer, JWSAlgorithm algorithm, String keyId, JWTClaimsSet claims)
      throws JOSEException {
    SignedJWT token = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claims);
    token.sign(signer);
    return token.serialize();
  }
}
