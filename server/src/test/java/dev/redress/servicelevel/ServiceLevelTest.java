package dev.redress.servicelevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.redress.identity.ProviderName;
import dev.redress.identity.ServiceLevelName;
import dev.redress.servicelevel.ServiceValues.Percents;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of several service levels counts. */
class ServiceLevelTest {
  private static final ProviderName NORTH = new ProviderName("north");

  /** Each says another number of attempts, and two of them a gap, too. */
  private static final List<ServiceLevel> LEVELS =
      List.of(
          level("", "gold", null, 11, null),
          level("", "", DisputePriority.HIGH, 12, 60),
          level("", "gold", DisputePriority.HIGH, 13, null),
          level("ATLAS", "", null, 14, null),
          level("ATLAS", "", DisputePriority.URGENT, 15, 30));

  @ParameterizedTest(name = "{0}, {1}, {2}: {3} attempts, gap {4}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # customer | tier   | priority | attempts | gap
          # nobody says anything: as the provider has it
          VARN       | silver | NORMAL   | -        | -
          VARN       |        | LOW      | -        | -
          # tier, priority, both
          VARN       | gold   | NORMAL   | 11       | -
          VARN       | silver | HIGH     | 12       | PT1H
          VARN       | gold   | HIGH     | 13       | PT1H
          # the customer before all others; a gap is still the priority's
          ATLAS      | gold   | NORMAL   | 14       | -
          ATLAS      | gold   | HIGH     | 14       | PT1H
          ATLAS      | silver | LOW      | 14       | -
          ATLAS      | gold   | URGENT   | 15       | PT30M
          """)
  void inForce_isWhatTheNarrowestSays(
      String customer,
      @Nullable String tier,
      DisputePriority priority,
      @Nullable Integer attempts,
      @Nullable Duration gap) {
    Random random = new Random(7);
    for (int i = 0; i < 20; i++) {
      List<ServiceLevel> anyOrder = new ArrayList<>(LEVELS);
      Collections.shuffle(anyOrder, random);
      ServiceValues values =
          ServiceLevel.inForce(anyOrder, customer, tier == null ? "" : tier, priority);

      assertThat(values.attemptsMax()).isEqualTo(attempts);
      assertThat(values.attemptGap()).isEqualTo(gap);
      assertThat(values.firstCallbackDays()).isNull();
    }
  }

  @Test
  void percents_areTakenTogether() {
    ServiceLevel tier = level("", "gold", null, percents(10, 20, 30));
    ServiceLevel customer = level("ATLAS", "", null, percents(50, 60, 70));

    assertThat(
            ServiceLevel.inForce(List.of(tier, customer), "ATLAS", "gold", DisputePriority.LOW)
                .percents())
        .isEqualTo(new Percents(50, 60, 70));
    assertThat(
            ServiceLevel.inForce(List.of(tier, customer), "VARN", "gold", DisputePriority.LOW)
                .percents())
        .isEqualTo(new Percents(10, 20, 30));
  }

  @ParameterizedTest(name = "first {0}, attempts {1}, gap {2}, cool-down {3}, target {4}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # first | attempts | gap       | cool-down | target   | refused because of
          1       | 1        | PT15M     | PT1H      | PT1H     | -
          3       | 20       | PT40H     | PT168H    | PT400H   | -
          0       | -        | -         | -         | -        | first_callback_days
          4       | -        | -         | -         | -        | first_callback_days
          -       | 0        | -         | -         | -        | attempts_max
          -       | 21       | -         | -         | -        | attempts_max
          -       | -        | PT14M     | -         | -        | attempt_gap
          -       | -        | PT40H1M   | -         | -        | attempt_gap
          -       | -        | PT15M1S   | -         | -        | attempt_gap
          -       | -        | -         | PT59M     | -        | hang_up_cool_down
          -       | -        | -         | PT168H1M  | -        | hang_up_cool_down
          -       | -        | -         | -         | PT59M    | resolution_target
          -       | -        | -         | -         | PT400H1M | resolution_target
          """)
  void values_haveBounds(
      @Nullable Integer first,
      @Nullable Integer attempts,
      @Nullable Duration gap,
      @Nullable Duration coolDown,
      @Nullable Duration target,
      @Nullable String refused) {
    if (refused == null) {
      new ServiceValues(first, attempts, gap, coolDown, null, gap, target);
    } else {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new ServiceValues(first, attempts, gap, coolDown, null, null, target))
          .withMessageStartingWith(refused);
    }
  }

  @Test
  void level_saysSomethingThatNobodyElseSays() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> level("ATLAS", "", null, ServiceValues.NONE))
        .withMessageStartingWith("says nothing");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> level("", "", null, 3, null))
        .withMessageStartingWith("for all customers only hang_up_cool_down");
    level("", "", null, new ServiceValues(null, null, null, Duration.ofDays(2), null, null, null));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ServiceScope("ATLAS", "gold", null))
        .withMessage("name a customer or a tier, not both");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> percents(20, 20, 30))
        .withMessageContaining("must rise");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> percents(20, 30, 1_001))
        .withMessageContaining("from 1 to 1,000");
  }

  private static ServiceValues percents(int owner, int lead, int accountManager) {
    return new ServiceValues(
        null, null, null, null, new Percents(owner, lead, accountManager), null, null);
  }

  private static ServiceLevel level(
      String customer,
      String tier,
      @Nullable DisputePriority priority,
      int attempts,
      @Nullable Integer gapMinutes) {
    return level(
        customer,
        tier,
        priority,
        new ServiceValues(
            null,
            attempts,
            gapMinutes == null ? null : Duration.ofMinutes(gapMinutes),
            null,
            null,
            null,
            null));
  }

  private static ServiceLevel level(
      String customer, String tier, @Nullable DisputePriority priority, ServiceValues values) {
    return new ServiceLevel(
        new ServiceLevelName(NORTH, "s"),
        new ServiceScope(customer, tier, priority),
        values,
        Instant.EPOCH,
        1);
  }
}
