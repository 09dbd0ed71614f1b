package dev.redress.finding;

import dev.redress.finding.Elsewhere.Meant;
import dev.redress.matching.Verdict.Answer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The work was logged for another customer: the line names a request of that customer, or says what
 * the technician wrote there on that day, and nothing of this customer backs it.
 */
final class WrongCustomerRule implements Rule {
  /** This share of what the line says must stand there too. */
  private static final double SHARE_MIN = 0.6;

  private static final int WORDS_MIN = 2;

  @Override
  public List<FindingCode> codes() {
    return List.of(FindingCode.WRONG_CUSTOMER);
  }

  @Override
  public void look(Audit audit, List<AuditedLine> wanted, Found found) {
    Map<Object, AuditedLine> asked = new HashMap<>();
    for (AuditedLine line : wanted) {
      if (line.verdict() != null && !line.is(Answer.MATCHED)) {
        asked.put(line.name(), line);
      }
    }
    for (Meant meant : audit.books().elsewhere().meant()) {
      AuditedLine line = asked.get(meant.line());
      if (line != null
          && (meant.isNamed() || saysTheSame(line.line().description(), meant.words()))
          && !found.has(line.name(), FindingCode.WRONG_CUSTOMER)) {
        found.add(
            line.finding(
                FindingCode.WRONG_CUSTOMER,
                meant.isNamed()
                    ? "names " + line.line().reference()
                    : line.line().technician() + ", " + line.line().hours() + " h",
                "billed to another customer",
                meant.isNamed()
                    ? meant.request().request() + " is a request of another customer"
                    : "the technician logged this on "
                        + meant.request().request()
                        + ", a request of another customer",
                meant.request(),
                line.line().amount()));
      }
    }
  }

  private static boolean saysTheSame(String line, String there) {
    Set<String> said = new HashSet<>(Plain.words(line));
    said.removeIf(NotesRule::saysNothing);
    int all = said.size();
    said.retainAll(Plain.words(there));
    return said.size() >= WORDS_MIN && said.size() >= SHARE_MIN * all;
  }
}
