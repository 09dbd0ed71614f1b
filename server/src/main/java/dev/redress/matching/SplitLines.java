package dev.redress.matching;

import dev.redress.identity.LineName;
import dev.redress.matching.HoursPlan.Part;
import dev.redress.matching.RequestBook.LoggedWork;
import dev.redress.time.Hours;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The lines that clerks split over requests. Nothing about them is left to the engine but which
 * time entries back the hours.
 */
final class SplitLines {
  /**
   * Most characters that the names of a line's time entries take where they are stored, shared
   * evenly by its parts: a verdict must fit its column however many parts it has.
   */
  private static final int STORED_LENGTH_MAX = 12_000;

  /** Characters around the two names of an allocation. */
  private static final int PUNCTUATION_LENGTH = 24;

  private final RequestBook book;
  private final Map<LineName, List<Share>> shares = new HashMap<>();

  /** The hours of a line that a clerk gave to a request. */
  private record Share(int request, Hours hours) {}

  SplitLines(Collection<MatchDecision> decisions, RequestBook book) {
    this.book = book;
    for (MatchDecision decision : decisions) {
      Hours hours = decision.hours();
      Integer request = hours == null ? null : book.place(decision.request());
      if (hours != null && request != null) {
        shares
            .computeIfAbsent(decision.line(), _ -> new ArrayList<>())
            .add(new Share(request, hours));
      }
    }
    Comparator<Share> largestFirst = Comparator.comparing(Share::hours).reversed();
    shares.values().forEach(all -> all.sort(largestFirst.thenComparing(Share::request)));
  }

  /** Whether a clerk split a line. */
  boolean contains(LineName line) {
    return shares.containsKey(line);
  }

  /** The requests over which a line is split, that with the most hours first. */
  List<Integer> requests(LineName line) {
    return shares.getOrDefault(line, List.of()).stream().map(Share::request).toList();
  }

  /**
   * The parts of a split line. What the time entries of a request have not left is backed by the
   * request alone, for the clerk's word stands. A line that was changed since to bill less than was
   * split has no more than it bills.
   *
   * @param spent what other lines took already; what these parts take is not spent here
   * @return the request with the most hours first, each with at least one part
   */
  List<Part> parts(ScoredLine line, SpentHours spent) {
    List<Share> all = shares.getOrDefault(line.view().line().name(), List.of());
    List<Part> parts = new ArrayList<>();
    Hours left = line.view().line().hours();
    for (Share share : all) {
      Hours hours = share.hours().min(left);
      left = left.minus(hours);
      int lengthMax = STORED_LENGTH_MAX / all.size();
      parts.addAll(parts(line, new Share(share.request(), hours), lengthMax, spent));
    }
    return parts;
  }

  private List<Part> parts(ScoredLine line, Share share, int lengthMax, SpentHours spent) {
    List<Part> parts = new ArrayList<>();
    Hours wanted = share.hours();
    int length = 0;
    for (LoggedWork work : HoursPlan.nearest(line, share.request(), book, spent)) {
      length += book.id(share.request()).length() + work.id().length() + PUNCTUATION_LENGTH;
      if (!wanted.isPositive() || length > lengthMax) {
        break;
      }
      Hours taken = wanted.min(spent.left(work));
      parts.add(new Part(share.request(), work, taken));
      wanted = wanted.minus(taken);
    }
    if (wanted.isPositive() || parts.isEmpty()) {
      parts.add(new Part(share.request(), null, wanted));
    }
    return parts;
  }
}
