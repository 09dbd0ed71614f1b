package dev.redress.matching;

import dev.redress.matching.RequestBook.LoggedWork;
import java.util.ArrayList;
import java.util.List;

/**
 * The requests that a line is compared with, ascending, with what several comparisons ask of each
 * pair worked out once. A candidate is known by its place.
 */
final class Candidates {
  private final LineView line;
  private final int[] requests;
  private final double[] textScores;
  private final List<List<LoggedWork>> own;
  private final List<List<LoggedWork>> nearest;

  /**
   * Looks up the work that was logged on the candidates.
   *
   * @param requests ascending
   * @param textScores by candidate, what the words of the line find in it, in bits
   */
  Candidates(LineView line, int[] requests, double[] textScores, WorkLog log) {
    this.line = line;
    this.requests = requests;
    this.textScores = textScores;
    this.own = new ArrayList<>(requests.length);
    this.nearest = new ArrayList<>(requests.length);
    for (int request : requests) {
      List<LoggedWork> ofLine = line.logged().on(request);
      own.add(ofLine);
      nearest.add(log.nearest(line.day(), ofLine, request));
    }
  }

  LineView line() {
    return line;
  }

  /** How many there are. */
  int size() {
    return requests.length;
  }

  /** The request of a candidate. */
  int request(int candidate) {
    return requests[candidate];
  }

  /** What the words of the line find in a candidate, in bits; 0 where they share none. */
  double textScore(int candidate) {
    return textScores[candidate];
  }

  /** What the line's technician logged on a candidate. */
  List<LoggedWork> own(int candidate) {
    return own.get(candidate);
  }

  /** The time entries of a candidate nearest to the line, see {@link WorkLog#nearest}. */
  List<LoggedWork> nearest(int candidate) {
    return nearest.get(candidate);
  }

  /** Whether a request is among them. */
  boolean holds(int request) {
    for (int candidate : requests) {
      if (candidate == request) {
        return true;
      }
    }
    return false;
  }
}
