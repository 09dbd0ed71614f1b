package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EtagsTest {

  @Test
  void version_isTheOneThatWasGiven() {
    assertThat(Etags.version(Etags.of(7), "x")).isEqualTo(7L);
    assertThat(Etags.version("", "x")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "v", "v07", "v+7", "x7", "v99999999999999999999", "\"v7\""})
  void version_ofAnythingElseIsStale(String etag) {
    assertThatThrownBy(() -> Etags.version(etag, "providers/a"))
        .isInstanceOfSatisfying(
            RedressException.class,
            e -> assertThat(e.reason()).isEqualTo(ErrorReason.STALE_VERSION));
  }
}
