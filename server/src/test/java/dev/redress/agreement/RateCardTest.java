package dev.redress.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which price of a card counts: the rule that asks for most, then the first. */
class RateCardTest {

  /**
   * The card:
   *
   * <pre>
   *    role    technician  work type  time         rate
   * 1  Senior                                       180
   * 2                      Network                  160
   * 3                                 AFTER_HOURS   225
   * 4                                 WEEKEND       300
   * 5                                 TRAVEL         60
   * 6  Senior              Network                  195
   * 7          Sam                                  140
   * 8  Senior              Network    WEEKEND       390
   * 9                      Help desk                 90
   * </pre>
   */
  private static final RateCard CARD =
      new RateCard(
          List.of(
              rule("Senior", "", "", TimeOfWork.ANY, "180"),
              rule("", "", "Network", TimeOfWork.ANY, "160"),
              rule("", "", "", TimeOfWork.AFTER_HOURS, "225"),
              rule("", "", "", TimeOfWork.WEEKEND, "300"),
              rule("", "", "", TimeOfWork.TRAVEL, "60"),
              rule("Senior", "", "Network", TimeOfWork.ANY, "195"),
              rule("", "Sam", "", TimeOfWork.ANY, "140"),
              rule("Senior", "", "Network", TimeOfWork.WEEKEND, "390"),
              rule("", "", "Help desk", TimeOfWork.ANY, "90")));

  @ParameterizedTest(name = "{0}, {1}, {2}, {3}: {4} because {5}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # role  | technician | work type | times               | rate | why
          Senior  | -          | -         | -                   | 180  | the only rule that fits
          senior  | -          | NETWORK   | -                   | 195  | role and work type ask for more than either
          -       | -          | Network   | -                   | 160  | the role is not known, so no rule for a role fits
          Senior  | -          | Help desk | -                   | 180  | role and work type ask for equally much: the first
          -       | Sam        | Help desk | -                   | 140  | technician and work type ask for equally much: the first
          Junior  | -          | -         | AFTER_HOURS         | 225  | the only rule that fits
          Junior  | -          | -         | AFTER_HOURS;WEEKEND | 225  | Saturday night is both: the first
          Junior  | -          | -         | TRAVEL;WEEKEND      | 300  | travel on a Sunday is both: the first
          Senior  | -          | Network   | WEEKEND             | 390  | three things asked for
          Senior  | Sam        | Network   | AFTER_HOURS         | 195  | two things asked for
          Senior  | -          | -         | AFTER_HOURS         | 180  | role and time ask for equally much: the first
          Junior  | -          | Cabling   | -                   | -    | no price was agreed
          -       | -          | -         | -                   | -    | nothing is known, and every rule asks for something
          """)
  void ruleFor(
      @Nullable String role,
      @Nullable String technician,
      @Nullable String workType,
      @Nullable String times,
      @Nullable String rate,
      String why) {
    Work work =
        new Work(
            role == null ? "" : role,
            technician == null ? "" : technician,
            workType == null ? "" : workType,
            times == null
                ? Collections.emptySet()
                : Terms.list(times).stream()
                    .map(TimeOfWork::valueOf)
                    .collect(Collectors.toUnmodifiableSet()));

    assertThat(CARD.ruleFor(work).map(RateRule::rate).orElse(null))
        .as(why)
        .isEqualTo(rate == null ? null : Terms.rate(rate));
  }

  @Test
  void aRuleThatAsksForNothingFitsAll() {
    RateCard card = new RateCard(List.of(rule("", "", "", TimeOfWork.ANY, "120")));

    assertThat(card.ruleFor(new Work("", "", "", Set.of()))).isPresent();
    assertThat(RateCard.NONE.ruleFor(new Work("", "", "", Set.of()))).isEmpty();
  }

  @Test
  void card_refuses() {
    assertThatThrownBy(
            () ->
                new RateCard(
                    List.of(
                        rule("Senior", "", "", TimeOfWork.ANY, "1"),
                        rule("", "", "", TimeOfWork.ANY, "1"),
                        rule(" senior", "", "", TimeOfWork.ANY, "2"))))
        .hasMessage("the rate rules 1 and 3 are for the same work: leave one of them out");
    assertThatThrownBy(() -> new RateCard(Collections.nCopies(201, CARD.rules().getFirst())))
        .hasMessage("there are 201 rate rules; at most 200 are allowed");
    assertThatThrownBy(() -> rule("x".repeat(201), "", "", TimeOfWork.ANY, "1"))
        .hasMessage("role must have at most 200 characters: shorten it");
    assertThatThrownBy(() -> rule("", "\t", "", TimeOfWork.ANY, "1"))
        .hasMessage("technician must not be blank: leave it out");
    assertThatThrownBy(() -> rule("", "", "a\u0000b", TimeOfWork.ANY, "1"))
        .hasMessage("work type holds a control character: take it out");
  }

  private static RateRule rule(
      String role, String technician, String workType, TimeOfWork time, String rate) {
    return new RateRule(role, technician, workType, time, Terms.rate(rate));
  }
}
