package dev.redress.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a target may be. */
class TargetsTest {
  static final SigningSecret SECRET = new SigningSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  private static final SigningSecret OTHER =
      new SigningSecret("whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD");

  @ParameterizedTest(name = "{0} wants {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # patterns                     | action              | wanted
          *                              | dispute.opened      | true
          escalation.fired               | escalation.fired    | true
          escalation.fired               | escalation.fired.x  | false
          escalation.*                   | escalation.fired    | true
          escalation.*                   | escalation_policy.x | false
          callback.exhausted,dispute.*   | dispute.opened      | true
          callback.exhausted,dispute.*   | callback.attempted  | false
          """)
  void filter_wantsByAction(String patterns, String action, boolean wanted) {
    assertThat(new EventFilter(List.of(patterns.split(","))).wants(action)).isEqualTo(wanted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Escalation.fired", "**", "a*", "a.", ".a", "*.fired", "a b", "a\n"})
  void filter_refusesOtherPatterns(String pattern) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EventFilter(List.of(pattern)))
        .withMessageContaining("is not a pattern such as");
  }

  @Test
  void filter_hasALimit() {
    assertThatIllegalArgumentException().isThrownBy(() -> new EventFilter(List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EventFilter(IntStream.range(0, 51).mapToObj(i -> "a.b" + i).toList()))
        .withMessage("has 51 patterns; 1 to 50 are allowed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com",
        "https://example.com:8443/hooks?tenant=7",
        "HTTPS://EXAMPLE.com/x",
        "http://[::1]:8080/x",
        "https://203.0.113.7/x"
      })
  void webhook_takesUrls(String url) {
    assertThat(new Channel.Webhook(url, SigningKeys.of(SECRET)).url()).isEqualTo(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.com",
        "ftp://example.com",
        "file:///etc/passwd",
        "https:///x",
        "https://mia:secret@example.com",
        "https://example.com/#top",
        "https://example.com/ü",
        "https://example.com:99999/",
        "https://exa mple.com",
        "https://example.com/\r\nX: y",
        "javascript:alert(1)"
      })
  void webhook_refusesOtherUrls(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Channel.Webhook(url, SigningKeys.of(SECRET)));
  }

  @Test
  void webhook_showsItsHostAlone() {
    Channel.Webhook webhook =
        new Channel.Webhook("https://example.com:8443/T0/secret", SigningKeys.of(SECRET));

    assertThat(webhook.shown()).isEqualTo("https://example.com:8443");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "mia",
        "mia@",
        "@example.com",
        "Mia <mia@example.com>",
        "mia@example.com, bo@example.com",
        "mia@example.com\r\nBcc: all@example.com",
        "mia@exam ple.com",
        "mia@-example.com",
        "\"mia\"@example.com"
      })
  void mail_refusesWhatIsNoAddress(String address) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Channel.Mail(List.of(address)))
        .withMessageContaining("is not a mail address such as mia@example.com")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }

  @Test
  void mail_hasALimitAndNoAddressTwice() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Channel.Mail(List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Channel.Mail(
                    IntStream.range(0, 21).mapToObj(i -> "p" + i + "@example.com").toList()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Channel.Mail(List.of("a@example.com", "a@example.com")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "whsec_",
        "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "whsec_not base64",
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLa",
      })
  void secret_isLongEnough(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new SigningSecret(text));
  }

  @Test
  void secret_isNeverShown() {
    assertThat(new Channel.Webhook("https://example.com", SigningKeys.of(SECRET)).toString())
        .doesNotContain("MfKQ9r8GKYqr");
  }

  @Test
  void keys_signTogetherForADay() {
    Instant now = Instant.parse("2026-11-20T10:00:00Z");
    SigningKeys rotated = SigningKeys.of(SECRET).rotated(OTHER, now);

    assertThat(rotated.at(now)).containsExactly(OTHER, SECRET);
    assertThat(rotated.at(now.plusSeconds(86_399))).containsExactly(OTHER, SECRET);
    assertThat(rotated.at(now.plusSeconds(86_400))).containsExactly(OTHER);
    assertThat(rotated.rotated(OTHER, now)).isEqualTo(rotated);
  }
}
