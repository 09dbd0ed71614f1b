package dev.redress.ingest;

import static dev.redress.ingest.Column.*;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The worklogs of Jira as its REST API gives them, JSON: of one issue or of several, under its
 * number and not its key. A comment is a text, or a document of which the texts are read.
 */
final class JiraWorklogReader implements ForeignReader {
  private static final String COMMENT = "comment";
  private static final Pattern OFFSET = Pattern.compile("([+-]\\d{2})(\\d{2})$");

  @Override
  public String name() {
    return "jira";
  }

  @Override
  public ImportKind kind() {
    return ImportKind.TIME_ENTRIES;
  }

  @Override
  public List<String> marks() {
    return List.of("id", "issueId", "started", "timeSpentSeconds");
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        Rule.text(ENTRY_ID, "id"),
        Rule.text(REQUEST_ID, "issueId"),
        Rule.text(TECHNICIAN, "author.displayName", "author.name", "author.accountId"),
        new Rule(
            STARTED_AT,
            List.of("started"),
            (values, conventions) -> started(values.getFirst().strip(), conventions)),
        new Rule(
            HOURS, List.of("timeSpentSeconds"), (values, _) -> hours(values.getFirst().strip())),
        // Documents nest: paragraphs have texts, lists have items with paragraphs.
        new Rule(
            NOTES,
            List.of(
                COMMENT,
                COMMENT + ".content.content.text",
                COMMENT + ".content.content.content.text",
                COMMENT + ".content.content.content.content.text",
                COMMENT + ".content.content.type",
                COMMENT + ".content.type",
                COMMENT + ".type",
                COMMENT + ".version"),
            (values, _) -> Reading.of(text(values.subList(0, 4)))));
  }

  @Override
  public RowIdentity identity() {
    return new RowIdentity.Own();
  }

  /** A moment whose offset has no colon, such as {@code 2024-05-11T15:30:00.000-0500}. */
  private static Reading<String> started(String text, Conventions conventions) {
    return LocalTimes.moment(OFFSET.matcher(text).replaceFirst("$1:$2"), conventions);
  }

  private static Reading<String> hours(String seconds) {
    return seconds.matches("\\d{1,9}")
        ? Reading.of(LocalNumbers.secondsAsHours(Long.parseLong(seconds)))
        : Reading.badNumber("must be whole seconds such as 5400");
  }

  private static String text(List<String> texts) {
    return texts.stream().filter(text -> !text.isBlank()).collect(Collectors.joining("\n"));
  }
}
