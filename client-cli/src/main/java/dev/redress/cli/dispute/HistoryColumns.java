package dev.redress.cli.dispute;

import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.output.Column;
import dev.redress.cli.output.Moments;
import dev.redress.v1.Event;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is shown of an event in the history of a dispute. */
final class HistoryColumns {
  private HistoryColumns() {}

  /**
   * The columns.
   *
   * @param zone in which people read the moments that an event tells of
   */
  static List<Column<Event>> in(ZoneId zone) {
    return List.of(
        new Column.Moment<>("when", Event::getCreateTime),
        new Column.Text<>("who", Event::getActor),
        new Column.Text<>("what", Event::getAction),
        new Column.Text<>("change", event -> change(event, zone)),
        new Column.Text<>("said", Event::getReason));
  }

  /** The state before and after; of what is no move, the facts that matter for the dispute. */
  private static String change(Event event, ZoneId zone) {
    Map<String, String> details = event.getDetailsMap();
    return switch (event.getAction()) {
      case "callback.scheduled" ->
          facts(fact("due ", moment(details, "dueTime", zone)), fact("by ", details, "owner"));
      case "callback.attempted" ->
          facts(
              fact("", details, "outcome"),
              fact("next call due ", moment(details, "successorDueTime", zone)),
              fact("by ", details, "successorOwner"));
      case "credit.issued", "credit.reversed" ->
          facts(
              fact("", details, "amount"),
              fact("for line ", ResourceName.lastId(details.getOrDefault("line", ""))));
      case "escalation.fired", "escalation.acknowledged" ->
          facts(fact("level ", details, "level"), fact("told ", details, "person"));
      case "dispute.note_added" -> facts(fact("", details, "kind"));
      case "dispute.evidence_added" -> facts(fact("", details, "type"));
      case "dispute.evidence_retracted" ->
          facts(fact("", details, "type"), fact("", details, "title"));
      default ->
          facts(
              states(details),
              fact("lines added: ", details, "linesAdded"),
              fact("until ", moment(details, "respondByTime", zone)),
              fact("now owned by ", details, "ownerAfter"));
    };
  }

  private static String states(Map<String, String> details) {
    String after = details.getOrDefault("stateAfter", "");
    String before = details.getOrDefault("stateBefore", after);
    return before.equals(after) ? after : before + " -> " + after;
  }

  private static String facts(String... facts) {
    return Stream.of(facts).filter(fact -> !fact.isEmpty()).collect(Collectors.joining(", "));
  }

  private static String fact(String word, Map<String, String> details, String key) {
    return fact(word, details.getOrDefault(key, ""));
  }

  private static String fact(String word, String value) {
    return value.isEmpty() ? "" : word + value;
  }

  private static String moment(Map<String, String> details, String key, ZoneId zone) {
    String text = details.getOrDefault(key, "");
    try {
      return text.isEmpty() ? "" : Moments.local(Moments.timestamp(Instant.parse(text)), zone);
    } catch (DateTimeException _) {
      // A journal may be read that a later server wrote.
      return text;
    }
  }
}
