package dev.redress.cli.event;

import dev.redress.cli.output.Column;
import dev.redress.v1.Event;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is shown of an event. */
final class EventColumns {
  private static final List<Column<Event>> COLUMNS =
      List.of(
          new Column.Numeric<>("sequence", it -> Long.toString(it.getSequence())),
          new Column.Moment<>("time", Event::getCreateTime),
          new Column.Text<>("actor", Event::getActor),
          new Column.Text<>("action", Event::getAction),
          new Column.Text<>("resource", Event::getResource),
          new Column.Text<>("details", EventColumns::details),
          new Column.Text<>("reason", Event::getReason));

  private EventColumns() {}

  /** The columns of lists and streams. */
  static List<Column<Event>> all() {
    return COLUMNS;
  }

  private static String details(Event event) {
    return event.getDetailsMap().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(detail -> detail.getKey() + "=" + detail.getValue())
        .collect(Collectors.joining(" "));
  }
}
