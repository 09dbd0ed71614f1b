package dev.redress.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What tests expect of calls that are refused. */
final class Refused {
  private Refused() {}

  /** The call must be refused for this reason. */
  static void assertReason(ErrorReason reason, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            RedressException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }
}
