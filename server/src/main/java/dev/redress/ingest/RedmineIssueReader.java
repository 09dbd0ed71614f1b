package dev.redress.ingest;

import static dev.redress.ingest.Column.*;

import java.util.List;

/**
 * The list of issues of Redmine as CSV in English, with the column Created: the order of dates is
 * that of the user, the encoding is UTF-8 or ISO-8859-1.
 */
final class RedmineIssueReader implements ForeignReader {
  @Override
  public String name() {
    return "redmine";
  }

  @Override
  public ImportKind kind() {
    return ImportKind.REQUESTS;
  }

  @Override
  public List<String> marks() {
    return List.of("#", "Tracker", "Status", "Subject");
  }

  @Override
  public boolean writesLatin1() {
    return true;
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        Rule.text(REQUEST_ID, "#"),
        Rule.moment(OPENED_AT, "Created"),
        Rule.moment(CLOSED_AT, "Closed"),
        Rule.text(SUMMARY, "Subject"),
        Rule.text(DESCRIPTION, "Description"),
        Rule.text(REQUESTER, "Author"),
        Rule.text(ASSIGNEE, "Assignee"),
        Rule.text(TYPE, "Tracker"),
        Rule.text(STATUS, "Status"),
        Rule.text(COMPONENT, "Category"));
  }

  @Override
  public RowIdentity identity() {
    return new RowIdentity.Own();
  }
}
