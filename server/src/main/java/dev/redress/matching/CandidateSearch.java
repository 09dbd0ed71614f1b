package dev.redress.matching;

import dev.redress.invoice.LaborLine;
import dev.redress.matching.RequestBook.LoggedWork;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Finds the requests that a line is compared with in full: those it names, those a clerk confirmed,
 * those its technician logged time on near the date, and of all others the ones that look best by
 * date, assignee and words. The last is exact: every request is looked at. Fastest when lines come
 * in the order of their days.
 */
final class CandidateSearch {
  /** Most candidates of a line that come from looking at every request. */
  private static final int RANKED_MAX = 64;

  /** The rank whose text score tells what chance reaches; few lines have so many requests. */
  private static final int CHANCE_RANK = 5;

  /** Time entries of the technician within so many days are near. */
  private static final int NEAR_DAYS = 7;

  private final RequestBook book;
  private final WorkLog log;
  private final LifeDates dates;
  private final AssigneeAffinity affinity;
  private final TextIndex index;
  private final TextComparison text;
  private final ReferenceMiner references;
  private final DecisionComparison decisions;
  private final Boilerplate boilerplate;
  private final double[] textScores;

  CandidateSearch(
      RequestBook book,
      WorkLog log,
      LifeDates dates,
      AssigneeAffinity affinity,
      TextIndex index,
      TextComparison text,
      DecisionComparison decisions,
      Boilerplate boilerplate) {
    this.book = book;
    this.log = log;
    this.dates = dates;
    this.affinity = affinity;
    this.index = index;
    this.text = text;
    this.references = new ReferenceMiner(book);
    this.decisions = decisions;
    this.boilerplate = boilerplate;
    this.textScores = new double[book.size()];
  }

  /**
   * What was found for a line.
   *
   * @param requests the candidates, ascending
   */
  record Found(LineView line, List<Integer> requests) {
    Found {
      requests = List.copyOf(requests);
    }
  }

  /** Finds the candidates of a line. */
  Found find(LaborLine line) {
    List<String> words = Tokenizer.tokens(line.description());
    TextIndex.Query query = index.query(words);
    Arrays.fill(textScores, 0);
    index.addScores(query, textScores);
    double[] highest = highest(textScores);
    PersonName technician = PersonName.of(line.technician());
    LineView view =
        new LineView(
            line,
            (int) line.workDate().toEpochDay(),
            technician,
            log.of(technician),
            RequesterComparison.words(line.description()),
            boilerplate.isAnyTelling(words),
            query,
            highest[0],
            highest[CHANCE_RANK - 1],
            references.inReference(line.reference()),
            references.inText(line.description()));
    TreeSet<Integer> found = new TreeSet<>(ranked(view));
    found.addAll(view.named());
    found.addAll(view.mentioned());
    found.addAll(decisions.confirmed(line.name()));
    found.addAll(loggedNear(view));
    found.removeIf(request -> decisions.isRejected(view, request));
    return new Found(view, List.copyOf(found));
  }

  /** Whether a line has no word in common with a request. */
  boolean sharesNoWord(LineView line, int request) {
    return index.score(line.query(), request) == 0;
  }

  private static List<Integer> loggedNear(LineView line) {
    return line.logged().near(line.day(), NEAR_DAYS).stream()
        .sorted(
            Comparator.comparingInt((LoggedWork work) -> Math.abs(work.day() - line.day()))
                .thenComparing(LoggedWork::id))
        .map(LoggedWork::request)
        .distinct()
        .limit(RANKED_MAX)
        .toList();
  }

  /** The highest scores, descending; zeros where there are fewer. */
  private static double[] highest(double[] scores) {
    double[] highest = new double[CHANCE_RANK];
    for (double score : scores) {
      if (score > highest[CHANCE_RANK - 1]) {
        int at = CHANCE_RANK - 1;
        for (; at > 0 && highest[at - 1] < score; at--) {
          highest[at] = highest[at - 1];
        }
        highest[at] = score;
      }
    }
    return highest;
  }

  /** The best of all requests by the signals that are cheap to know; of equals the first. */
  private List<Integer> ranked(LineView line) {
    int size = Math.min(RANKED_MAX, book.size());
    int[] requests = new int[size];
    double[] bits = new double[size];
    double[] dateBits = dates.absoluteBits(line.day());
    double[] assigneeBits = affinity.byAssignee(line.technician());
    int filled = 0;
    for (int request = 0; request < book.size(); request++) {
      double value =
          dateBits[request]
              + assigneeBits[book.assignee(request)]
              + text.roughBits(line, textScores[request]);
      if (filled == size && value <= bits[size - 1]) {
        continue;
      }
      int at = filled < size ? filled++ : size - 1;
      for (; at > 0 && bits[at - 1] < value; at--) {
        bits[at] = bits[at - 1];
        requests[at] = requests[at - 1];
      }
      bits[at] = value;
      requests[at] = request;
    }
    return Arrays.stream(requests, 0, filled).boxed().toList();
  }
}
