package dev.redress.matching;

import dev.redress.matching.MatchingModel.WorkModel;
import dev.redress.matching.RequestBook.LoggedWork;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares who worked with who logged time on a request, or with its assignee and component where
 * nobody did or the technician never logs time.
 */
record TechnicianComparison(
    WorkModel model, RequestBook book, AssigneeAffinity affinity, ComponentAffinity components)
    implements Comparison {

  @Override
  public double bits(LineView line, int request) {
    if (!isLogged(line, request)) {
      return affinity.bits(line.technician(), request)
          + components.bits(line.technician(), request);
    }
    return line.logged().on(request).isEmpty() ? othersBits(line) : ownBits(line);
  }

  @Override
  public void addBits(Candidates candidates, double[] sums) {
    LineView line = candidates.line();
    double own = ownBits(line);
    double others = othersBits(line);
    for (int candidate = 0; candidate < sums.length; candidate++) {
      int request = candidates.request(candidate);
      if (!isLogged(line, request)) {
        sums[candidate] += bits(line, request);
      } else {
        sums[candidate] += candidates.own(candidate).isEmpty() ? others : own;
      }
    }
  }

  /** The bits of a request on which the technician logged time. */
  private double ownBits(LineView line) {
    double share = (line.logged().requests() - 0.5) / book.requestsWithWork();
    return line.logged().isEmpty() ? 0 : Bits.ratio(model.technicianShare(), Math.min(1, share));
  }

  /** The bits of a request on which only others did. */
  private double othersBits(LineView line) {
    double share = (line.logged().requests() + 0.5) / book.requestsWithWork();
    return line.logged().isEmpty()
        ? 0
        : Bits.ratio(1 - model.technicianShare(), Math.max(1 - share, 0.01));
  }

  @Override
  public Signal signal(LineView line, int request) {
    return new Signal(
        Signal.Kind.TECHNICIAN,
        Comparison.shortened(line.line().technician()),
        Comparison.shortened(requestPeople(request)),
        bits(line, request));
  }

  /** Whether time entries can tell; a name that no entry knows may be spelled otherwise there. */
  private boolean isLogged(LineView line, int request) {
    return !book.work(request).isEmpty() && !line.logged().isEmpty();
  }

  private String requestPeople(int request) {
    List<LoggedWork> work = book.work(request);
    if (!work.isEmpty()) {
      return "time logged by " + technicians(work);
    }
    String assignee = book.request(request).assignee();
    String component = book.request(request).component();
    String about = component.isBlank() ? "" : " (" + component + ")";
    return assignee.isEmpty() ? about.strip() : "assigned to " + assignee + about;
  }

  private static String technicians(List<LoggedWork> work) {
    Set<String> names = new TreeSet<>();
    work.forEach(logged -> names.add(logged.entry().technician()));
    return String.join(", ", names);
  }
}
