package dev.redress.finding;

import dev.redress.agreement.Agreement;
import dev.redress.agreement.RateRule;
import dev.redress.agreement.TimeOfWork;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A charge for administration or travel, by the provider's list of words, that nobody agreed to.
 */
final class WatchListRule implements Rule {
  @Override
  public List<FindingCode> codes() {
    return List.of(FindingCode.ADMIN_TRAVEL);
  }

  @Override
  public void look(Audit audit, List<AuditedLine> wanted, Found found) {
    Map<String, String> watched = new LinkedHashMap<>();
    audit.thresholds().watchWords().forEach(word -> watched.put(word, padded(word)));
    wanted.forEach(line -> look(watched, line, found));
  }

  private static void look(Map<String, String> watched, AuditedLine line, Found found) {
    if (!line.isCharged() || isAgreed(line)) {
      return;
    }
    String text = padded(line.workType()) + padded(line.line().description());
    Optional<String> word =
        watched.entrySet().stream()
            .filter(each -> text.contains(each.getValue()))
            .map(Map.Entry::getKey)
            .findFirst();
    if (word.isPresent()) {
      found.add(
          line.finding(
              FindingCode.ADMIN_TRAVEL,
              word.get(),
              "no charge, or a price that was agreed",
              "the word is on the watch list",
              null,
              line.line().amount()));
    }
  }

  /** Whether the rate card has a price for travel, or for just this kind of work. */
  private static boolean isAgreed(AuditedLine line) {
    Agreement terms = line.agreement();
    return terms != null
        && terms.rates().rules().stream()
            .anyMatch(rule -> isForTravel(rule) || isForType(rule, line.workType()));
  }

  private static boolean isForTravel(RateRule rule) {
    return rule.timeOfWork() == TimeOfWork.TRAVEL;
  }

  private static boolean isForType(RateRule rule, String workType) {
    return !rule.workType().isBlank() && rule.workType().strip().equalsIgnoreCase(workType.strip());
  }

  /** The words of a text, each between blanks. */
  private static String padded(String text) {
    return " " + String.join(" ", Plain.words(text)) + " ";
  }
}
