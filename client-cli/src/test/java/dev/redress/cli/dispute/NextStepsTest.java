package dev.redress.cli.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.v1.Dispute;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextStepsTest {
  private static final Set<Dispute.State> ENDED =
      Set.of(Dispute.State.RESOLVED, Dispute.State.WITHDRAWN, Dispute.State.CLOSED);

  @ParameterizedTest(name = "{0}, reached {1}")
  @CsvSource(
      delimiter = '|',
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
          AWAITING_PROVIDER | no      | callback log c1 --outcome REACHED, dispute review d1
          AWAITING_PROVIDER | yes     | dispute resolve d1 --all-lines CREDITED, dispute review d1
          AWAITING_CUSTOMER | no      | callback log c1 --outcome REACHED, dispute review d1
          IN_REVIEW         | yes     | dispute propose d1 --all-lines CREDITED
          PROPOSED          | no      | callback log c1 --outcome REACHED, dispute approve d1
          REOPENED          | no      | callback log c1 --outcome REACHED, dispute review d1
          REOPENED          | yes     | dispute resolve d1 --all-lines CREDITED, dispute review d1
          OPEN              | signed  | dispute resolve d1 --all-lines CREDITED, dispute review d1
          APPROVED          | signed  | dispute resolve d1
          RESOLVED          | yes     | credit list --dispute d1, dispute close d1, dispute reopen d1 --reason TEXT
          WITHDRAWN         | no      | dispute close d1, dispute reopen d1 --reason TEXT
          CLOSED            | yes     | dispute history d1
          """)
  void of_putsTheCallFirst(Dispute.State state, String reached, String next) {
    Dispute.Builder dispute =
        Dispute.newBuilder()
            .setName("providers/p/disputes/d1")
            .setState(state)
            .setCustomerReached(reached.equals("yes"))
            .setSignedOff(reached.equals("signed"));
    if (!ENDED.contains(state)) {
      dispute.setCallback("providers/p/callbacks/c1");
    }
    assertThat(String.join(", ", NextSteps.of(dispute.build()))).isEqualTo(next);
  }
}
