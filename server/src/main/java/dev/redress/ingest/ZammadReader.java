package dev.redress.ingest;

import static dev.redress.ingest.Column.*;

import java.util.List;

/**
 * The time accounting of Zammad by activity, .xlsx in English: time in units that the installation
 * chose, the moment at which it was entered, and no id of the entry.
 */
final class ZammadReader implements ForeignReader {
  private static final String TICKET = "Ticket#";
  private static final String LOGIN = "Agent - Login";
  private static final String UNITS = "Time Units";
  private static final String CREATED = "Created at";

  @Override
  public String name() {
    return "zammad";
  }

  @Override
  public ImportKind kind() {
    return ImportKind.TIME_ENTRIES;
  }

  @Override
  public List<String> marks() {
    return List.of(TICKET, "Title", "Agent - Name", LOGIN, UNITS, CREATED);
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        Rule.text(REQUEST_ID, TICKET),
        Rule.text(TECHNICIAN, "Agent - Name", LOGIN),
        Rule.date(WORK_DATE, CREATED),
        new Rule(
            HOURS,
            List.of(UNITS),
            (values, conventions) -> LocalNumbers.units(values.getFirst().strip(), conventions)),
        Rule.text(WORK_TYPE, "Activity Type"));
  }

  @Override
  public RowIdentity identity() {
    return new RowIdentity.Made(ENTRY_ID, List.of(TICKET, LOGIN, CREATED));
  }
}
