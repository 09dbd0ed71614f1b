package dev.redress.ingest;

import static dev.redress.ingest.Column.*;

import java.util.List;

/**
 * The issues of Jira as CSV: columns such as Labels and Comment come once for every value, dates
 * and times are written as the user chose, without a zone.
 */
final class JiraReader implements ForeignReader {
  @Override
  public String name() {
    return "jira";
  }

  @Override
  public ImportKind kind() {
    return ImportKind.REQUESTS;
  }

  @Override
  public List<String> marks() {
    return List.of("Summary", "Issue key", "Status", "Created");
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        Rule.text(REQUEST_ID, "Issue key"),
        Rule.moment(OPENED_AT, "Created"),
        Rule.moment(CLOSED_AT, "Resolved"),
        Rule.text(SUMMARY, "Summary"),
        Rule.text(DESCRIPTION, "Description"),
        Rule.text(REQUESTER, "Reporter", "Creator"),
        Rule.text(ASSIGNEE, "Assignee"),
        Rule.text(TYPE, "Issue Type"),
        Rule.text(STATUS, "Status"),
        Rule.text(COMPONENT, "Component/s"));
  }

  @Override
  public RowIdentity identity() {
    return new RowIdentity.Own();
  }
}
