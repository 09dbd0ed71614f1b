package dev.redress.matching;

import dev.redress.matching.MatchingModel.TechnicianModel;
import java.util.HashMap;
import java.util.Map;

/**
 * Whose requests a technician works on: first by name, then by what the other signals say of the
 * customer's lines. Tickets and invoices often know a person by two names, and some work on what is
 * assigned to others.
 */
final class AssigneeAffinity {
  private final TechnicianModel model;
  private final RequestBook book;
  private final double[] frequencies;
  private final Map<PersonName, double[]> learned = new HashMap<>();
  private final Map<PersonName, double[]> bits = new HashMap<>();

  AssigneeAffinity(TechnicianModel model, RequestBook book) {
    this.model = model;
    this.book = book;
    this.frequencies = new double[book.people()];
    int assigned = 0;
    for (int request = 0; request < book.size(); request++) {
      if (isAssigned(book.assignee(request))) {
        frequencies[book.assignee(request)]++;
        assigned++;
      }
    }
    for (int person = 0; person < frequencies.length; person++) {
      frequencies[person] /= Math.max(1, assigned);
    }
  }

  /**
   * Notes that a line of the technician belongs to a request with some probability, judged without
   * this comparison (the sessions of Fellegi-Sunter estimation: no signal teaches itself).
   */
  void learn(PersonName technician, int request, double probability) {
    int person = book.assignee(request);
    if (isAssigned(person) && !technician.parts().isEmpty()) {
      learned.computeIfAbsent(technician, _ -> new double[frequencies.length])[person] +=
          probability;
    }
  }

  /** Ends a round of learning; from now on {@link #bits} uses it. */
  void applyLearned() {
    bits.clear();
  }

  /** The bits of a request for a technician; zero where either side names nobody. */
  double bits(PersonName technician, int request) {
    return byAssignee(technician)[book.assignee(request)];
  }

  /** The bits for a technician by the number of the assignee; not to be changed. */
  double[] byAssignee(PersonName technician) {
    return bits.computeIfAbsent(technician, this::allBits);
  }

  private double[] allBits(PersonName technician) {
    double[] result = new double[frequencies.length];
    double[] seen = learned.getOrDefault(technician, new double[frequencies.length]);
    double lines = 0;
    double namesakes = 0;
    for (int person = 0; person < frequencies.length; person++) {
      lines += seen[person];
      namesakes += isNamesake(technician, person) ? frequencies[person] : 0;
    }
    double named = namesakes > 0 ? model.assigneeShare() : 0;
    for (int person = 0; person < frequencies.length; person++) {
      if (isAssigned(person) && !technician.parts().isEmpty()) {
        double own = isNamesake(technician, person) ? frequencies[person] / namesakes : 0;
        double expected = named * own + (1 - named) * frequencies[person];
        double share =
            (seen[person] + model.priorLines() * expected) / (lines + model.priorLines());
        result[person] = model.weight() * Bits.ratio(share, frequencies[person]);
      }
    }
    return result;
  }

  /** Whether a request has an assignee whose name the technician bears. */
  boolean isOwn(PersonName technician, int request) {
    return isAssigned(book.assignee(request)) && isNamesake(technician, book.assignee(request));
  }

  /** Whether anybody is noted who works on a request. */
  boolean hasAssignee(int request) {
    return isAssigned(book.assignee(request));
  }

  /** The share of the assigned requests whose assignee bears the technician's name. */
  double namesakeShare(PersonName technician) {
    double share = 0;
    for (int person = 0; person < frequencies.length; person++) {
      share += isAssigned(person) && isNamesake(technician, person) ? frequencies[person] : 0;
    }
    return share;
  }

  private boolean isAssigned(int person) {
    return !book.person(person).parts().isEmpty();
  }

  private boolean isNamesake(PersonName technician, int person) {
    return switch (technician.likeness(book.person(person))) {
      case EQUAL, COMPATIBLE -> true;
      case DIFFERENT, UNKNOWN -> false;
    };
  }
}
