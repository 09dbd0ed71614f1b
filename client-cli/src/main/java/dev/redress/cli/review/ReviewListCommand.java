package dev.redress.cli.review;

import dev.redress.cli.connection.Filter;
import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.output.Column;
import dev.redress.cli.output.Moments;
import dev.redress.cli.output.Numbers;
import dev.redress.cli.session.Session;
import dev.redress.cli.verdict.Verdicts;
import dev.redress.v1.Candidate;
import dev.redress.v1.Verdict;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code redress review list}.
 *
 * <p>The AMBIGUOUS lines, those that cost most first, each with the requests that it may be for:
 * all that is needed to decide by {@code verdict confirm}, {@code reject} or {@code accept}.
 */
@Command(
    name = "list",
    description = "Lists the ambiguous labor lines, the dearest first, with their best candidates.",
    headerHeading = "Examples:%n",
    header = {"  redress review list", "  redress review list --customer VARN -o csv", ""})
public final class ReviewListCommand implements Runnable {
  private static final int CANDIDATES_SHOWN = 3;
  private static final int PROBABILITY_DIGITS = 2;

  private static final List<Column<Verdict>> COLUMNS =
      List.of(
          new Column.Name<>("line", Verdict::getLine),
          new Column.Amount<>("amount", Verdict::getAmount),
          new Column.Numeric<>("hours", it -> Numbers.hours(it.getHoursBilled())),
          new Column.Numeric<>("work_date", it -> Moments.date(it.getWorkDate())),
          new Column.Text<>("technician", Verdict::getTechnician),
          new Column.Text<>("may_be_for", ReviewListCommand::candidates),
          new Column.Text<>("description", Verdict::getDescription));

  private final Session session;

  @Option(
      names = "--customer",
      paramLabel = "CUSTOMER",
      description = "only lines of this customer")
  private @Nullable String customer;

  /** A command of a session. */
  public ReviewListCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Filter filter =
        new Filter()
            .equal("verdict", Verdict.Answer.AMBIGUOUS.name())
            .equal("customer", customer == null ? null : ResourceName.lastId(customer));
    session.output().list(Verdicts.dearestFirst(session, filter), COLUMNS);
    session.sayNext("verdict confirm LINE REQUEST");
  }

  private static String candidates(Verdict verdict) {
    return verdict.getCandidatesList().stream()
        .limit(CANDIDATES_SHOWN)
        .map(ReviewListCommand::candidate)
        .collect(Collectors.joining(", "));
  }

  private static String candidate(Candidate candidate) {
    return candidate.getRequestId()
        + " "
        + Numbers.decimals(candidate.getProbability(), PROBABILITY_DIGITS);
  }
}
