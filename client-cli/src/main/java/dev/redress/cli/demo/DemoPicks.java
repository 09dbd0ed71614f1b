package dev.redress.cli.demo;

import dev.redress.cli.connection.Filter;
import dev.redress.cli.output.Amounts;
import dev.redress.cli.session.Session;
import dev.redress.cli.verdict.Verdicts;
import dev.redress.v1.Candidate;
import dev.redress.v1.Signal;
import dev.redress.v1.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The lines worth explaining. */
final class DemoPicks {
  private static final int EXPLAINED_MAX = 30;

  private DemoPicks() {}

  /**
   * The surest match of a line that says what was done but does not name its request, with its
   * evidence; the surest of all if there is no such line.
   */
  static Optional<Verdict> match(Session session) {
    List<Verdict> surest =
        sorted(session, "MATCHED", Comparator.comparingDouble(Verdict::getProbability));
    Optional<Verdict> first = Optional.empty();
    for (Verdict verdict : surest.subList(0, Math.min(EXPLAINED_MAX, surest.size()))) {
      Verdict explained = Verdicts.explain(session, verdict.getLine());
      if (!namesItsRequest(explained) && !explained.getDescription().isBlank()) {
        return Optional.of(explained);
      }
      first = first.or(() -> Optional.of(explained));
    }
    return first;
  }

  /** The dearest line that nobody asked for, with its evidence. */
  static Optional<Verdict> nonMatch(Session session) {
    return sorted(
            session,
            "UNMATCHED",
            Comparator.comparing(verdict -> Amounts.value(verdict.getAmount())))
        .stream()
        .findFirst()
        .map(verdict -> Verdicts.explain(session, verdict.getLine()));
  }

  /** The verdicts of one answer, the greatest first; equal ones in the order of the server. */
  private static List<Verdict> sorted(
      Session session, String answer, Comparator<Verdict> ascending) {
    List<Verdict> verdicts = new ArrayList<>();
    Verdicts.list(session, new Filter().equal("verdict", answer)).forEachRemaining(verdicts::add);
    verdicts.sort(ascending.reversed());
    return verdicts;
  }

  private static boolean namesItsRequest(Verdict verdict) {
    return verdict.getCandidatesList().stream()
        .filter(Candidate::getChosen)
        .flatMap(candidate -> candidate.getSignalsList().stream())
        .anyMatch(signal -> signal.getKind() == Signal.Kind.REFERENCE && signal.getBits() > 0);
  }
}
