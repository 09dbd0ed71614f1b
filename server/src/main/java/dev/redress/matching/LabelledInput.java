package dev.redress.matching;

import dev.redress.identity.LineName;
import dev.redress.invoice.LaborLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A customer's facts with what is known of its lines kept apart. The facts show nothing of it: they
 * hold no decision, and labelled lines have lost every reference, also those in their texts.
 *
 * @param input without labels
 * @param labels by line
 */
public record LabelledInput(MatchingInput input, Map<LineName, LineLabel> labels) {

  public LabelledInput {
    labels = Map.copyOf(labels);
  }

  /**
   * Takes the labels out of a customer's facts. Of several labels of a line the first in the order
   * of {@link LineLabel.Kind} counts.
   *
   * @param facts all lines, the accepted ones among them
   * @param accepted the lines that a clerk accepted without a request
   */
  public static LabelledInput of(MatchingInput facts, Set<LineName> accepted) {
    RequestBook book = new RequestBook(facts);
    ReferenceMiner miner = new ReferenceMiner(book);
    Map<LineName, LineLabel> labels = new HashMap<>();
    Map<LineName, Set<String>> rejected = decided(facts, MatchDecision.Kind.REJECTED);
    rejected.forEach(
        (line, requests) ->
            labels.put(line, new LineLabel(line, LineLabel.Kind.REJECTED, requests)));
    for (LaborLine line : facts.lines()) {
      List<Integer> named = miner.inReference(line.reference());
      String request = named.size() == 1 ? book.id(named.getFirst()) : "";
      boolean ruledOut = rejected.getOrDefault(line.name(), Set.of()).contains(request);
      if (!request.isEmpty() && !ruledOut) {
        labels.put(
            line.name(), new LineLabel(line.name(), LineLabel.Kind.REFERENCE, Set.of(request)));
      }
    }
    decided(facts, MatchDecision.Kind.CONFIRMED)
        .forEach(
            (line, requests) ->
                labels.put(line, new LineLabel(line, LineLabel.Kind.CONFIRMED, requests)));
    accepted.forEach(
        line -> labels.put(line, new LineLabel(line, LineLabel.Kind.ACCEPTED, Set.of())));
    Set<LineName> lines = facts.lines().stream().map(LaborLine::name).collect(Collectors.toSet());
    labels.keySet().retainAll(lines);
    return new LabelledInput(hidden(facts, labels.keySet(), miner), labels);
  }

  private static Map<LineName, Set<String>> decided(MatchingInput facts, MatchDecision.Kind kind) {
    Map<LineName, Set<String>> decided = new HashMap<>();
    for (MatchDecision decision : facts.decisions()) {
      if (decision.kind() == kind) {
        decided.computeIfAbsent(decision.line(), _ -> new TreeSet<>()).add(decision.request());
      }
    }
    return decided;
  }

  private static MatchingInput hidden(
      MatchingInput facts, Set<LineName> labelled, ReferenceMiner miner) {
    List<LaborLine> lines = new ArrayList<>();
    for (LaborLine line : facts.lines()) {
      lines.add(labelled.contains(line.name()) ? withoutReferences(line, miner) : line);
    }
    return new MatchingInput(
        facts.timeZone(),
        lines,
        facts.requests(),
        facts.timeEntries(),
        List.of(),
        facts.requestLogCompleteFrom());
  }

  private static LaborLine withoutReferences(LaborLine line, ReferenceMiner miner) {
    String text = line.description();
    // Ids are words with digits in them; which ones it was does not matter.
    String kept = miner.inText(text).isEmpty() ? text : text.replaceAll("\\S*\\d\\S*", "");
    return new LaborLine(
        line.name(),
        line.workDate(),
        line.technician(),
        line.hours(),
        line.rate(),
        line.amount(),
        kept,
        "",
        line.workType(),
        line.attributes());
  }
}
