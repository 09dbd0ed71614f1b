package dev.redress.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.notification.SigningSecret;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandardWebhooksTest {
  private static final SigningSecret OTHER =
      new SigningSecret("whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD");

  /** The message, secret and signature that the libraries of the specification are tested with. */
  @Test
  void signatures_areThoseOfTheSpecification() {
    assertThat(signatures(List.of(Sent.SECRET)))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void signatures_areOneForEachSecret() {
    assertThat(signatures(List.of(OTHER, Sent.SECRET)))
        .matches("v1,[A-Za-z0-9+/]{43}= v1,g0hM9SsE[+]OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  private static String signatures(List<SigningSecret> secrets) {
    return StandardWebhooks.signatures(
        secrets,
        "msg_p5jXN8AQM9LWM0D4loKWxJek",
        Instant.ofEpochSecond(1_614_265_330),
        "{\"test\": 2432232314}");
  }
}
