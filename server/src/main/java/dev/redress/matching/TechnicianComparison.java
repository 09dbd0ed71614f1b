package dev.redress.matching;

import dev.redress.matching.MatchingModel.WorkModel;
import dev.redress.matching.RequestBook.LoggedWork;
import java.util.stream.Collectors;

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
    boolean own = !line.logged().on(request).isEmpty();
    int others = line.logged().requests() - (own ? 1 : 0);
    double rarity = (others + 0.5) / book.requestsWithWork();
    return own
        ? Bits.ratio(model.technicianShare(), Math.min(1, rarity))
        : Bits.ratio(1 - model.technicianShare(), Math.max(1 - rarity, 0.01));
  }

  @Override
  public boolean isChanging() {
    return true;
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
    String logged =
        book.work(request).stream()
            .map(LoggedWork::entry)
            .map(entry -> entry.technician())
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    String assignee = book.request(request).assignee();
    String component = book.request(request).component();
    if (logged.isEmpty()) {
      String about = component.isBlank() ? "" : " (" + component + ")";
      return assignee.isEmpty() ? about.strip() : "assigned to " + assignee + about;
    }
    return "time logged by " + logged;
  }
}
