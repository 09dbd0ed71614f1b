package dev.redress.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.redress.identity.AbsenceName;
import dev.redress.identity.ProviderName;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who stands in for whom. A row says who is away on Monday, each as {@code person>deputy}. */
class RoutingTest {
  private static final ProviderName NORTH = new ProviderName("north");
  private static final Instant MONDAY = Instant.parse("2026-09-28T00:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-09-29T00:00:00Z");
  private static final Instant NOON = Instant.parse("2026-09-28T12:00:00Z");

  @ParameterizedTest(name = "{0} away: {1} -> {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # away                                   | person | reachable
          -                                        | mia    | mia
          bo>mia                                   | mia    | mia
          mia>bo                                   | mia    | bo
          mia>bo bo>cy                             | mia    | cy
          # nobody stands in
          mia>                                     | mia    | -
          mia>bo bo>                               | mia    | -
          # in a circle
          mia>bo bo>mia                            | mia    | -
          mia>bo bo>cy cy>bo                       | mia    | -
          # the fifth deputy is asked, the sixth is not
          p0>p1 p1>p2 p2>p3 p3>p4 p4>p5            | p0     | p5
          p0>p1 p1>p2 p2>p3 p3>p4 p4>p5 p5>p6      | p0     | -
          p0>p1 p1>p2 p2>p3 p3>p4 p4>p5 p5>p6      | p1     | p6
          """)
  void reachable_followsDeputies(@Nullable String away, String person, @Nullable String reachable) {
    Routing routing = routing(away);

    assertThat(routing.reachable(person, NOON)).isEqualTo(Optional.ofNullable(reachable));
    // Before and after, everybody is there.
    assertThat(routing.reachable(person, MONDAY.minusNanos(1_000))).contains(person);
    assertThat(routing.reachable(person, MONDAY)).isEqualTo(Optional.ofNullable(reachable));
    assertThat(routing.reachable(person, TUESDAY.minusNanos(1_000)))
        .isEqualTo(Optional.ofNullable(reachable));
    assertThat(routing.reachable(person, TUESDAY)).contains(person);
  }

  @ParameterizedTest(name = "{0} away: of {1} {2} is told")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # away                  | asked in turn  | told
          -                       | mia lead boss  | mia
          mia>bo                  | mia lead boss  | bo
          mia>                    | mia lead boss  | lead
          mia>bo bo>mia           | mia lead boss  | lead
          mia> lead>kim           | mia lead boss  | kim
          mia> lead> boss>        | mia lead boss  | mia
          """)
  void firstReachable_goesUp(@Nullable String away, String asked, String told) {
    assertThat(routing(away).firstReachable(List.of(asked.split(" ")), NOON)).isEqualTo(told);
  }

  @ParameterizedTest(name = "{0} away: {1} stands in for {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # away                  | deputy | stands in for
          -                       | bo     | -
          mia>bo                  | bo     | mia
          mia>bo kim>bo           | bo     | mia kim
          mia>bo bo>cy            | cy     | mia bo
          mia>bo bo>cy            | bo     | -
          mia>bo bo>mia           | bo     | -
          """)
  void absentOnes_areThoseWhoseWayEndsHere(
      @Nullable String away, String deputy, @Nullable String absent) {
    Routing routing = routing(away);

    assertThat(routing.absentOnes(deputy, NOON))
        .containsExactlyInAnyOrder(absent == null ? new String[0] : absent.split(" "));
    assertThat(routing.absentOnes(deputy, TUESDAY)).isEmpty();
  }

  @Test
  void absence_checksItself() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> absence("mia", MONDAY, MONDAY, "bo"))
        .withMessage("until_time must be after from_time");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> absence("mia", MONDAY, MONDAY.plus(Duration.ofDays(366)).plusNanos(1), "bo"))
        .withMessage("until_time must be at most 366 days after from_time");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> absence("mia", MONDAY, TUESDAY, "mia"))
        .withMessage("deputy must be somebody else");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> absence(" ", MONDAY, TUESDAY, ""))
        .withMessage("person must have 1 to 200 characters");
  }

  private static Routing routing(@Nullable String away) {
    return new Routing(
        away == null ? List.of() : Arrays.stream(away.split(" ")).map(RoutingTest::away).toList());
  }

  /** Away on Monday. */
  private static Absence away(String text) {
    int arrow = text.indexOf('>');
    return absence(text.substring(0, arrow), MONDAY, TUESDAY, text.substring(arrow + 1));
  }

  private static Absence absence(String person, Instant from, Instant until, String deputy) {
    return new Absence(new AbsenceName(NORTH, "a"), person, from, until, deputy, "", from);
  }
}
