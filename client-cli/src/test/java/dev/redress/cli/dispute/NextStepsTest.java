package dev.redress.cli.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.v1.Dispute;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextStepsTest {
  @ParameterizedTest(name = "{0}, reached {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # state           | reached | next
          OPEN              | no      | callback log c1 --outcome REACHED, dispute review d1
          OPEN              | yes     | dispute resolve d1 --all-lines CREDITED, dispute review d1
          AWAITING_CUSTOMER | yes     | dispute resolve d1 --all-lines CREDITED, dispute review d1
          IN_REVIEW         | no      | callback log c1 --outcome REACHED, dispute propose d1 --all-lines CREDITED
          PROPOSED          | yes     | dispute approve d1
          APPROVED          | no      | callback log c1 --outcome REACHED
          APPROVED          | yes     | dispute resolve d1
          RESOLVED          | yes     | credit list --dispute d1
          WITHDRAWN         | yes     | -
          """)
  void of_putsTheCallFirst(Dispute.State state, String reached, @Nullable String next) {
    Dispute.Builder dispute =
        Dispute.newBuilder()
            .setName("providers/p/disputes/d1")
            .setState(state)
            .setCustomerReached(reached.equals("yes"));
    if (state != Dispute.State.RESOLVED && state != Dispute.State.WITHDRAWN) {
      dispute.setCallback("providers/p/callbacks/c1");
    }
    assertThat(String.join(", ", NextSteps.of(dispute.build())))
        .isEqualTo(next == null ? "" : next);
  }
}
