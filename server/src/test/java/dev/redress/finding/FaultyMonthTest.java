package dev.redress.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.finding.FaultyMonth.Fault;
import dev.redress.money.Money;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is found of a month with known faults of every kind, matched and looked at as a whole. */
class FaultyMonthTest {
  private static final int OF_A_KIND = 12;

  private static final FaultyMonth MONTH = new FaultyMonth(OF_A_KIND);
  private static final Map<Fault, Money> FOUND = new HashMap<>();

  @BeforeAll
  static void look() {
    MONTH
        .findings()
        .values()
        .forEach(
            findings ->
                findings.forEach(
                    finding ->
                        FOUND.put(new Fault(finding.line(), finding.code()), finding.atStake())));
  }

  @Test
  void thereAreFaultsOfEveryKind() {
    assertThat(EnumSet.complementOf(EnumSet.copyOf(MONTH.kinds()))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void nearlyAllFaultsOfAKindAreFoundAndHardlyAnythingElse(FindingCode code) {
    List<Fault> missed = new ArrayList<>();
    List<Fault> invented = new ArrayList<>();
    int right = 0;
    for (Fault fault : MONTH.faults.keySet()) {
      if (fault.code() == code) {
        if (FOUND.containsKey(fault)) {
          right++;
        } else {
          missed.add(fault);
        }
      }
    }
    for (Fault fault : FOUND.keySet()) {
      boolean isTrueToo =
          (code == FindingCode.HOURS_EXCESS || code == FindingCode.UNCORRELATED)
              && MONTH.unbacked.contains(fault.line());
      if (fault.code() == code && !MONTH.faults.containsKey(fault) && !isTrueToo) {
        invented.add(fault);
      }
    }
    assertThat((double) right / (right + missed.size()))
        .as("recall, missed %s", missed)
        .isGreaterThanOrEqualTo(0.95);
    assertThat((double) right / (right + invented.size()))
        .as("precision, invented %s", invented)
        .isGreaterThanOrEqualTo(0.98);
  }

  @Test
  void whatIsAtStakeIsRightToTheCent() {
    Map<Fault, Money> wrong = new HashMap<>();
    MONTH.faults.forEach(
        (fault, money) -> {
          Money found = FOUND.get(fault);
          if (found != null && !found.equals(money)) {
            wrong.put(fault, found);
          }
        });
    assertThat(wrong).isEmpty();
  }
}
