package dev.redress.finding;

import dev.redress.invoice.LaborLine;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The line says nothing, nothing that tells it from others, or too many things at once. */
final class NotesRule implements Rule.OfLine {
  /** Between two things that were done. */
  private static final Pattern BETWEEN_TASKS =
      Pattern.compile("[;\\n•|]+|\\.\\s+(?=\\p{Lu})|\\s[/+]\\s|\\s-\\s");

  /** Words of any bill, in the languages of the statement. */
  private static final Set<String> SAYS_NOTHING =
      Set.copyOf(
          Plain.words(
              """
              a an and as at by for from in into of off on or per re the to up via with was were is
              are it its all also some other more done fixed resolved completed complete closed
              worked working work works checked check assist assisted assistance help helped
              support supported service services maintenance task tasks job jobs misc miscellaneous
              various general ongoing regular remote remotely onsite site visit call called phone
              time hour hours labor labour billable ticket tickets request requests issue issues
              problem problems case note notes above below see user users client customer
              consulting consultation technical tech it msp etc troubleshooting troubleshoot
              discussed agreed requested needed required professional monthly weekly daily block
              session stuff things thing follow followup
              und der die das den dem mit für fuer auf von im bei nach wie arbeiten arbeit erledigt
              behoben geprüft allgemein allgemeine diverses diverse laut absprache besprochen
              stunde stunden kunde kunden wartung fernwartung unterstützung
              le la les des de du et est pour sur avec au intervention divers diverses travaux
              heure heures selon demande convenu assistance support client
              el los las y con por trabajo trabajos varios varias horas hora soporte asistencia
              según acordado cliente mantenimiento
              """));

  @Override
  public List<FindingCode> codes() {
    return List.of(FindingCode.NO_NOTES, FindingCode.VAGUE, FindingCode.BLOCK_BILLED);
  }

  @Override
  public void look(Audit audit, AuditedLine line, Found found) {
    LaborLine billed = line.line();
    List<String> words = Plain.words(billed.description());
    if (words.isEmpty()) {
      found.add(
          line.finding(
              FindingCode.NO_NOTES,
              "no text",
              "what was done",
              "a charge says what it is for",
              null,
              billed.amount()));
      return;
    }
    if (words.stream().allMatch(NotesRule::saysNothing)) {
      found.add(
          line.finding(
              FindingCode.VAGUE,
              billed.description(),
              "what was done",
              "all of its words could stand on any bill",
              null,
              billed.amount()));
    }
    long tasks =
        BETWEEN_TASKS
            .splitAsStream(billed.description())
            .filter(task -> !Plain.words(task).isEmpty())
            .count();
    Thresholds thresholds = audit.thresholds();
    if (tasks >= thresholds.blockTasksMin()
        && billed.hours().compareTo(thresholds.blockHoursMin()) >= 0) {
      found.add(
          line.finding(
              FindingCode.BLOCK_BILLED,
              tasks + " things in " + billed.hours() + " h",
              "a line for each",
              "from "
                  + thresholds.blockTasksMin()
                  + " things in "
                  + thresholds.blockHoursMin()
                  + " h on none can be checked",
              null,
              billed.amount()));
    }
  }

  static boolean saysNothing(String word) {
    return SAYS_NOTHING.contains(word) || word.chars().allMatch(Character::isDigit);
  }
}
