package dev.redress.matching;

import dev.redress.invoice.LaborLine;
import dev.redress.matching.RequestBook.LoggedWork;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the requests that a line is compared with in full: those it names, those a clerk confirmed,
 * those its technician logged time on near the date, and of all others the ones that look best by
 * date, assignee and words. The last is exact: every request is looked at. Fastest when lines come
 * in {@link #FASTEST_ORDER}.
 */
final class CandidateSearch {
  /** Most candidates of a line that come from looking at every request. */
  private static final int RANKED_MAX = 64;

  /** The same where time is logged: what was logged near the line comes on top of them. */
  private static final int RANKED_MAX_LOGGED = 32;

  /** Lines of one day and technician share much of the work. */
  static final Comparator<LineText> FASTEST_ORDER =
      Comparator.comparing((LineText text) -> text.line().workDate())
          .thenComparing(text -> text.line().technician());

  /** All of so many requests are looked at sooner than the most probable are found. */
  private static final int SMALL_BOOK_MAX = 2_000;

  /** How many requests are ranked for a day and a technician, whatever the words of a line. */
  private static final int PROBABLE_MAX = 256;

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
  private final RequesterComparison requesters;
  private final LoggedAlike alike;
  private final Map<String, PersonName> technicians = new HashMap<>();
  private final int rankedMax;
  private final Hits hits;
  private int[] probable = {};
  private int probableDay = Integer.MIN_VALUE;
  private @Nullable PersonName probableTechnician;

  CandidateSearch(
      RequestBook book,
      WorkLog log,
      LifeDates dates,
      AssigneeAffinity affinity,
      TextIndex index,
      TextComparison text,
      DecisionComparison decisions,
      RequesterComparison requesters,
      Boilerplate boilerplate,
      LoggedAlike alike) {
    this.book = book;
    this.log = log;
    this.dates = dates;
    this.affinity = affinity;
    this.index = index;
    this.text = text;
    this.references = new ReferenceMiner(book);
    this.decisions = decisions;
    this.requesters = requesters;
    this.boilerplate = boilerplate;
    this.alike = alike;
    this.rankedMax = log.all().isEmpty() ? RANKED_MAX : RANKED_MAX_LOGGED;
    this.hits = new Hits(book.size());
  }

  /** Finds the candidates of a line. */
  Candidates find(LineText text) {
    LaborLine line = text.line();
    List<Tokenizer.Token> words = boilerplate.worthLooking(text.tokens());
    TextIndex.Query query = index.query(words);
    index.find(query, hits);
    double[] highest = hits.highest(CHANCE_RANK);
    PersonName technician = technicians.computeIfAbsent(line.technician(), PersonName::of);
    LineView view =
        new LineView(
            text,
            (int) line.workDate().toEpochDay(),
            technician,
            log.of(technician),
            requesters.people(line.description()),
            WorkTypeComparison.normal(line.workType()),
            boilerplate.isAnyTelling(words),
            query,
            highest[0],
            highest[CHANCE_RANK - 1],
            references.inReference(line.reference()),
            references.inText(line.description()));
    BitSet found = new BitSet(book.size());
    for (int request : ranked(view)) {
      found.set(request);
    }
    view.named().forEach(found::set);
    view.mentioned().forEach(found::set);
    loggedNear(view).forEach(found::set);
    if (view.logged().isEmpty()) {
      Arrays.stream(alike.requests(view, hits)).forEach(found::set);
    }
    decisions.confirmed(line.name()).forEach(found::set);
    decisions.rejected(line.name()).forEach(found::clear);
    return candidates(view, found);
  }

  private Candidates candidates(LineView line, BitSet found) {
    int[] requests = new int[found.cardinality()];
    double[] textScores = new double[requests.length];
    int request = -1;
    for (int candidate = 0; candidate < requests.length; candidate++) {
      request = found.nextSetBit(request + 1);
      requests[candidate] = request;
      textScores[candidate] = hits.score(request);
    }
    return new Candidates(line, requests, textScores, log);
  }

  /** Forgets what was ranked by what is known of technicians, because more was learned. */
  void forgetProbable() {
    probableTechnician = null;
  }

  /** Whether a line has no word in common with a request. */
  boolean sharesNoWord(LineView line, int request) {
    return index.score(line.query(), request) == 0;
  }

  /** The requests on which the technician logged time nearest to the line. */
  private static Set<Integer> loggedNear(LineView line) {
    Set<Integer> requests = new HashSet<>();
    for (int days = 0; days <= NEAR_DAYS; days++) {
      List<LoggedWork> before = line.logged().near(line.day() - days, 0);
      List<LoggedWork> after = days == 0 ? List.of() : line.logged().near(line.day() + days, 0);
      for (int first = 0, second = 0; first + second < before.size() + after.size(); ) {
        if (requests.size() == RANKED_MAX) {
          return requests;
        }
        boolean isFirst =
            second == after.size()
                || (first < before.size()
                    && before.get(first).id().compareTo(after.get(second).id()) < 0);
        requests.add((isFirst ? before.get(first++) : after.get(second++)).request());
      }
    }
    return requests;
  }

  /** The best of all requests by the signals that are cheap to know. */
  private int[] ranked(LineView line) {
    double[] dateBits = dates.absoluteBits(line.day());
    double[] assigneeBits = affinity.byAssignee(line.technician());
    int[] assignees = book.assignees();
    double noWordBits = text.roughBits(line, 0);
    Shortlist best = new Shortlist(rankedMax);
    for (int hit = 0; hit < hits.size(); hit++) {
      int request = hits.document(hit);
      double base = dateBits[request] + assigneeBits[assignees[request]];
      best.offer(request, base + text.roughBits(line, hits.score(request)));
    }
    // Of those without a shared word the most probable are enough, as long as there are enough.
    int[] probable =
        book.size() > SMALL_BOOK_MAX ? probable(line, dateBits, assigneeBits) : new int[0];
    int withoutWord = 0;
    for (int at = 0; at < probable.length && withoutWord < rankedMax; at++) {
      withoutWord += hits.score(probable[at]) == 0 ? 1 : 0;
    }
    boolean enough = withoutWord == rankedMax;
    for (int at = 0; at < (enough ? probable.length : book.size()); at++) {
      int request = enough ? probable[at] : at;
      if (hits.score(request) == 0) {
        double base = dateBits[request] + assigneeBits[assignees[request]];
        best.offer(request, base + noWordBits);
      }
    }
    return best.requests();
  }

  /** The best requests by date and assignee alone, which lines of a day share; best first. */
  private int[] probable(LineView line, double[] dateBits, double[] assigneeBits) {
    if (line.day() != probableDay || !line.technician().equals(probableTechnician)) {
      int[] assignees = book.assignees();
      Shortlist best = new Shortlist(PROBABLE_MAX);
      for (int request = 0; request < assignees.length; request++) {
        best.offer(request, dateBits[request] + assigneeBits[assignees[request]]);
      }
      probable = best.requests();
      probableDay = line.day();
      probableTechnician = line.technician();
    }
    return probable;
  }
}
