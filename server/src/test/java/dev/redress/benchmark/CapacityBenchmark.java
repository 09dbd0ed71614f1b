package dev.redress.benchmark;

import dev.redress.agreement.Agreements;
import dev.redress.benchmark.BilledMonth.Billed;
import dev.redress.benchmark.BilledMonth.Kind;
import dev.redress.customer.ProviderSettings;
import dev.redress.finding.Audit;
import dev.redress.finding.Books;
import dev.redress.finding.Elsewhere;
import dev.redress.finding.Finding;
import dev.redress.finding.FindingCode;
import dev.redress.finding.FindingRules;
import dev.redress.identity.LineName;
import dev.redress.invoice.LaborLine;
import dev.redress.matching.BillingStep;
import dev.redress.matching.Matcher;
import dev.redress.matching.Verdict;
import dev.redress.matching.Verdict.Answer;
import dev.redress.time.BusinessCalendar;
import dev.redress.time.Holidays;
import dev.redress.time.Hours;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * How many hours that nobody worked are found on the line that bills them, and how many honest
 * lines are accused, on made-up months.
 *
 * <p>Arguments: the number of customers (default 40), the seed (default 1), and how many percent of
 * the time entries nobody bills (default 3). Of every hundred honest lines three of each kind of
 * {@link Kind} are added or made wrong.
 *
 * <p>Found, strictly: the line is UNMATCHED, or tied to something that backs fewer hours than it
 * bills, or a finding DUPLICATE or HOURS_EXCESS names it. Loosely, AMBIGUOUS counts too: a clerk
 * looks. NOT_AUDITABLE never counts. An honest line is accused by what finds a wrong one strictly.
 */
public final class CapacityBenchmark {
  private static final int REQUESTS_MIN = 20;
  private static final int REQUESTS_MORE = 140;
  private static final int WRONG_PERCENT = 3;

  private CapacityBenchmark() {}

  /** Prints a table by kind of line. */
  public static void main(String[] arguments) {
    int customers = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 40;
    Random random = new Random(arguments.length > 1 ? Long.parseLong(arguments[1]) : 1);
    int givenAway = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
    List<BilledMonth> months = new ArrayList<>();
    for (int customer = 0; customer < customers; customer++) {
      int requests = REQUESTS_MIN + random.nextInt(REQUESTS_MORE);
      months.add(HonestMonth.generate("C" + customer, requests, givenAway, random));
    }
    new Overbilling(random).addTo(months, WRONG_PERCENT);
    Map<Kind, Score> scores = new EnumMap<>(Kind.class);
    long begin = System.nanoTime();
    months.forEach(month -> score(month, scores));
    print(scores, (System.nanoTime() - begin) / 1e9);
  }

  /** What was found of the lines of one kind; hours in ten-thousandths. */
  private static final class Score {
    int lines;
    int ambiguous;
    int notAuditable;
    int accused;
    long excess;
    long strictlyFound;
    long looselyFound;

    void add(Score other) {
      lines += other.lines;
      ambiguous += other.ambiguous;
      notAuditable += other.notAuditable;
      accused += other.accused;
      excess += other.excess;
      strictlyFound += other.strictlyFound;
      looselyFound += other.looselyFound;
    }
  }

  private static void score(BilledMonth month, Map<Kind, Score> scores) {
    Map<LineName, Verdict> verdicts =
        Matcher.match(month.input()).stream()
            .collect(Collectors.toMap(Verdict::line, verdict -> verdict));
    List<LaborLine> lines =
        month.lines.stream()
            .map(Billed::line)
            .sorted(Comparator.comparing(line -> line.name().toString()))
            .toList();
    Map<LineName, List<Finding>> findings =
        Audit.of(books(month, BillingStep.of(lines)), lines, verdicts);
    for (Billed billed : month.lines) {
      LineName name = billed.line().name();
      Score score = scores.computeIfAbsent(billed.kind(), _ -> new Score());
      Verdict verdict = Objects.requireNonNull(verdicts.get(name));
      List<FindingCode> codes =
          findings.getOrDefault(name, List.of()).stream().map(Finding::code).toList();
      score(billed, verdict, codes, score);
    }
  }

  private static Books books(BilledMonth month, Hours step) {
    return new Books(
        FindingRules.SHIPPED,
        new BusinessCalendar(
            ProviderSettings.DEFAULT.businessWeek(), ZoneOffset.UTC, Holidays.NONE),
        Map.of(),
        Map.of(),
        month.requests.stream()
            .collect(Collectors.toMap(request -> request.name().request(), request -> request)),
        month.entries.stream()
            .collect(Collectors.toMap(entry -> entry.name().entry(), entry -> entry)),
        new Agreements(List.of()),
        Elsewhere.NOTHING,
        step);
  }

  private static void score(
      Billed billed, Verdict verdict, List<FindingCode> findings, Score score) {
    long excess = billed.excess().tenThousandths();
    long unbacked = billed.line().hours().minus(verdict.hoursBacked()).tenThousandths();
    boolean isTied = verdict.answer() == Answer.MATCHED;
    boolean isNamed =
        findings.contains(FindingCode.DUPLICATE) || findings.contains(FindingCode.HOURS_EXCESS);
    boolean isAmbiguous = verdict.answer() == Answer.AMBIGUOUS;
    long found =
        isTied && !findings.contains(FindingCode.DUPLICATE)
            ? Math.min(excess, unbacked)
            : isNamed || verdict.answer() == Answer.UNMATCHED ? excess : 0;
    score.lines++;
    score.excess += excess;
    score.strictlyFound += found;
    score.looselyFound += isAmbiguous ? excess : found;
    score.ambiguous += isAmbiguous ? 1 : 0;
    score.notAuditable += verdict.answer() == Answer.NOT_AUDITABLE ? 1 : 0;
    score.accused += isNamed || verdict.answer() == Answer.UNMATCHED ? 1 : 0;
  }

  private static void print(Map<Kind, Score> scores, double seconds) {
    System.out.printf(
        "%-22s %6s %9s %8s %8s %8s %9s %12s%n",
        "kind", "lines", "excess h", "strict", "loose", "accused", "ambiguous", "unauditable");
    Score honest = new Score();
    Score wrong = new Score();
    scores.forEach(
        (kind, score) -> {
          (kind.isHonest() ? honest : wrong).add(score);
          print(kind.name(), score);
        });
    print("all honest", honest);
    print("all wrong", wrong);
    System.out.printf(Locale.ROOT, "%,d lines in %.2f s%n", honest.lines + wrong.lines, seconds);
  }

  private static void print(String name, Score score) {
    System.out.printf(
        Locale.ROOT,
        "%-22s %,6d %,9.1f %7s%% %7s%% %7.1f%% %8.1f%% %11.1f%%%n",
        name,
        score.lines,
        score.excess / 1e4,
        share(score.strictlyFound, score.excess),
        share(score.looselyFound, score.excess),
        100.0 * score.accused / score.lines,
        100.0 * score.ambiguous / score.lines,
        100.0 * score.notAuditable / score.lines);
  }

  private static String share(long part, long whole) {
    return whole == 0 ? "-" : "%.1f".formatted(100.0 * part / whole);
  }
}
