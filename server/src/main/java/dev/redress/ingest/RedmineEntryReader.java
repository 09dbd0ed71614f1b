package dev.redress.ingest;

import static dev.redress.ingest.Column.*;

import java.util.List;

/**
 * The list of spent time of Redmine as CSV in English: separator, decimal mark and order of dates
 * are those of the user, the encoding is UTF-8 or ISO-8859-1, and there is no id of the entry.
 */
final class RedmineEntryReader implements ForeignReader {
  @Override
  public String name() {
    return "redmine";
  }

  @Override
  public ImportKind kind() {
    return ImportKind.TIME_ENTRIES;
  }

  @Override
  public List<String> marks() {
    return List.of("Date", "User", "Activity", "Issue", "Hours");
  }

  @Override
  public boolean writesLatin1() {
    return true;
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        Rule.issue(REQUEST_ID, "Issue"),
        Rule.text(TECHNICIAN, "User"),
        Rule.date(WORK_DATE, "Date"),
        Rule.hours(HOURS, "Hours"),
        Rule.text(NOTES, "Comment"),
        Rule.text(WORK_TYPE, "Activity"));
  }

  @Override
  public RowIdentity identity() {
    return new RowIdentity.Made(ENTRY_ID, List.of("Date", "User", "Activity", "Issue", "Comment"));
  }
}
