package dev.redress.absence;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who is told, and who sees to things, while people are away. Nobody loses anything by it: who is
 * responsible stays so, and no due time moves.
 *
 * @param absences of one provider, none of a person overlapping another; those that cover the
 *     moments asked about are enough
 */
public record Routing(List<Absence> absences) {
  /** How many deputies are asked in a row: a deputy who is away has one, too. */
  public static final int DEPUTIES_MAX = 5;

  public Routing {
    absences = List.copyOf(absences);
  }

  /**
   * The person, or who stands in for the person while away. Nobody when the deputies are away
   * without one, stand in for each other in a circle, or are more than {@link #DEPUTIES_MAX}.
   */
  public Optional<String> reachable(String person, Instant at) {
    Set<String> asked = new HashSet<>();
    String next = person;
    while (asked.size() <= DEPUTIES_MAX && asked.add(next)) {
      Optional<Absence> away = away(next, at);
      if (away.isEmpty()) {
        return Optional.of(next);
      }
      next = away.get().deputy();
      if (next.isEmpty()) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /**
   * The first of several people who is there or has a deputy who is. When there is none, the first
   * of all: a thing that nobody is told is worse than one that is told to somebody away.
   *
   * @param people one or more, in the order in which they are asked
   */
  public String firstReachable(List<String> people, Instant at) {
    return people.stream()
        .map(person -> reachable(person, at))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(people.getFirst());
  }

  /** Those who are away and for whom this person stands in at this moment, in no order. */
  public List<String> absentOnes(String deputy, Instant at) {
    return absences.stream()
        .filter(absence -> absence.covers(at))
        .map(Absence::person)
        .filter(person -> reachable(person, at).equals(Optional.of(deputy)))
        .toList();
  }

  private Optional<Absence> away(String person, Instant at) {
    return absences.stream()
        .filter(absence -> absence.person().equals(person) && absence.covers(at))
        .findFirst();
  }
}
