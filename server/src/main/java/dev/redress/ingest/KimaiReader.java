package dev.redress.ingest;

import static dev.redress.ingest.Column.*;

import java.util.List;

/**
 * The export of Kimai as CSV or .xlsx: times of day without a zone, and no id of the entry. The
 * columns are named in the language of the user.
 */
final class KimaiReader implements ForeignReader {
  private final Words words;

  /**
   * The columns in a language.
   *
   * @param billable empty: the name is not known
   */
  private record Words(
      String date,
      String from,
      String to,
      String duration,
      String user,
      String customer,
      String project,
      String activity,
      String description,
      String billable) {}

  private KimaiReader(Words words) {
    this.words = words;
  }

  /** In English. */
  static KimaiReader english() {
    return new KimaiReader(
        new Words(
            "Date",
            "From",
            "To",
            "Duration",
            "User",
            "Customer",
            "Project",
            "Activity",
            "Description",
            "Billable"));
  }

  /** In German. */
  static KimaiReader german() {
    return new KimaiReader(
        new Words(
            "Datum",
            "Von",
            "Bis",
            "Dauer",
            "Benutzer",
            "Kunde",
            "Projekt",
            "Tätigkeit",
            "Beschreibung",
            ""));
  }

  @Override
  public String name() {
    return "kimai";
  }

  @Override
  public ImportKind kind() {
    return ImportKind.TIME_ENTRIES;
  }

  @Override
  public List<String> marks() {
    return List.of(
        words.date,
        words.from,
        words.to,
        words.duration,
        words.user,
        words.customer,
        words.project,
        words.activity,
        words.description);
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        Rule.text(CUSTOMER_ID, words.customer),
        Rule.text(TECHNICIAN, words.user, "Name"),
        Rule.moment(STARTED_AT, words.date, words.from),
        Rule.hours(HOURS, words.duration),
        Rule.text(NOTES, words.description),
        Rule.text(WORK_TYPE, words.activity),
        Rule.yesNo(BILLABLE, words.billable));
  }

  @Override
  public RowIdentity identity() {
    return new RowIdentity.Made(
        ENTRY_ID, List.of(words.user, words.date, words.from, words.customer, words.project));
  }
}
