package dev.redress.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.redress.time.Hours;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class MatcherPropertyTest {
  @Property(tries = 60)
  void priorAndSignals_addUpToTheLogOdds(@ForAll long seed) {
    for (Verdict verdict : Matcher.match(MatchingCase.random(new Random(seed)).input())) {
      for (Candidate candidate : verdict.candidates()) {
        double sum = candidate.signals().stream().mapToDouble(Signal::bits).sum();
        assertThat(candidate.priorBits() + sum).isCloseTo(candidate.logOddsBits(), within(1e-6));
      }
    }
  }

  @Property(tries = 60)
  void verdicts_doNotDependOnTheOrderOfTheInput(@ForAll long seed) {
    Random random = new Random(seed);
    MatchingCase month = MatchingCase.random(random);
    List<Verdict> verdicts = Matcher.match(month.input());
    assertThat(Matcher.match(month.shuffled(random))).isEqualTo(verdicts);
  }

  @Property(tries = 60)
  void allocations_neverExceedTimeEntriesOrLines(@ForAll long seed) {
    MatchingInput input = MatchingCase.random(new Random(seed)).input();
    Map<String, Hours> used = new HashMap<>();
    for (Verdict verdict : Matcher.match(input)) {
      assertThat(verdict.hoursBacked()).isLessThanOrEqualTo(verdict.hoursBilled());
      for (Allocation allocation : verdict.allocations()) {
        used.merge(allocation.timeEntry(), allocation.hours(), Hours::plus);
      }
    }
    input
        .timeEntries()
        .forEach(
            entry ->
                assertThat(used.getOrDefault(entry.name().entry(), Hours.ZERO))
                    .isLessThanOrEqualTo(entry.hours()));
  }

  @Property(tries = 60)
  void probabilities_ofTheCandidatesNeverExceedOne(@ForAll long seed) {
    for (Verdict verdict : Matcher.match(MatchingCase.random(new Random(seed)).input())) {
      double sum = verdict.candidates().stream().mapToDouble(Candidate::probability).sum();
      assertThat(sum).isBetween(0.0, 1.0 + 1e-9);
    }
  }
}
