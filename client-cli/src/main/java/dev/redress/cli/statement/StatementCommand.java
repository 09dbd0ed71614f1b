package dev.redress.cli.statement;

import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.option.EnumChoice;
import dev.redress.cli.output.Amounts;
import dev.redress.cli.output.Column;
import dev.redress.cli.output.Moments;
import dev.redress.cli.output.NewFile;
import dev.redress.cli.output.Numbers;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.GetStatementPageRequest;
import dev.redress.v1.GetStatementPageRequest.Format;
import dev.redress.v1.GetStatementPageRequest.Paper;
import dev.redress.v1.GetStatementRequest;
import dev.redress.v1.InvoiceServiceGrpc;
import dev.redress.v1.Statement;
import dev.redress.v1.Statement.Line;
import dev.redress.v1.Statement.Subtotal;
import dev.redress.v1.StatementPage;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code redress statement}.
 *
 * <p>It never writes over a file that is there.
 */
@Command(
    name = "statement",
    description = "Shows what a customer is told about an invoice.",
    headerHeading = "Examples:%n",
    header = {
      "  redress statement INV-26091",
      "  redress statement INV-26091 --html INV-26091.html --language de",
      "  redress statement INV-26091 --pdf INV-26091.pdf --paper letter",
      "  redress statement INV-26091 -o json",
      ""
    })
public final class StatementCommand implements Runnable {
  private static final List<Column<Subtotal>> SUBTOTALS =
      List.of(
          new Column.Text<>("what is known", it -> words(it.getStanding())),
          new Column.Numeric<>("lines", it -> Integer.toString(it.getLineCount())),
          new Column.Numeric<>("hours", it -> Numbers.hours(it.getHours())),
          new Column.Numeric<>("amount", it -> Amounts.text(it.getAmount())));

  private static final List<Column<Line>> LINES =
      List.of(
          new Column.Text<>("line", it -> ResourceName.lastId(it.getLaborLine().getName())),
          new Column.Text<>("work date", it -> Moments.date(it.getLaborLine().getWorkDate())),
          new Column.Text<>("technician", it -> it.getLaborLine().getTechnician()),
          new Column.Numeric<>("hours", it -> Numbers.hours(it.getLaborLine().getHours())),
          new Column.Numeric<>("amount", it -> Amounts.text(it.getLaborLine().getAmount())),
          new Column.Text<>("what is known", it -> words(it.getStanding())),
          new Column.Text<>("in words", it -> String.join(" ", it.getSentencesList())));

  private final Session session;

  @Parameters(paramLabel = "INVOICE", description = "the invoice's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String invoice;

  @Option(
      names = "--customer",
      paramLabel = "CUSTOMER",
      description = "who got it, where several customers have an invoice of this id")
  private @Nullable String customer;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "write a page to send and to print instead; FILE must not be there yet")
  private @Nullable String html;

  @Option(
      names = "--pdf",
      paramLabel = "FILE",
      description = "write it as PDF instead; FILE must not be there yet")
  private @Nullable String pdf;

  @Option(
      names = "--paper",
      paramLabel = "SIZE",
      converter = PaperChoice.class,
      completionCandidates = PaperChoice.class,
      description = "what a PDF is printed on: a4 (default) or letter")
  private Paper paper = Paper.A4;

  @Option(
      names = "--language",
      paramLabel = "CODE",
      description = "en (default), de, fr or es",
      defaultValue = "")
  @SuppressWarnings("NullAway.Init") // has a default
  private String language;

  /** A command of a session. */
  public StatementCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Lookup lookup = new Lookup(session);
    String name = lookup.invoice(customer == null ? null : lookup.customer(customer), invoice);
    if (html != null) {
      write(name, Format.HTML, html, "--html");
    }
    if (pdf != null) {
      write(name, Format.PDF, pdf, "--pdf");
    }
    if (html != null || pdf != null) {
      return;
    }
    Statement statement =
        session
            .connection()
            .read(
                InvoiceServiceGrpc.getGetStatementMethod(),
                GetStatementRequest.newBuilder().setName(name).setLanguageCode(language).build());
    switch (session.format()) {
      case TABLE -> show(statement);
      case JSON -> session.output().json(statement);
      case CSV -> session.output().csv(statement.getLinesList(), LINES);
    }
  }

  private void show(Statement statement) {
    session
        .output()
        .heading(
            "%s to %s: invoice %s, %s"
                .formatted(
                    statement.getProviderDisplayName(),
                    statement.getCustomerDisplayName(),
                    ResourceName.lastId(statement.getInvoice().getName()),
                    Amounts.text(statement.getAmount())));
    session.output().line(statement.getResultSentence());
    session.output().line("");
    session.output().table(statement.getSubtotalsList(), SUBTOTALS, "");
    session.output().line("");
    session.output().table(statement.getLinesList(), LINES, "");
  }

  private void write(String name, Format format, String file, String option) {
    StatementPage page =
        session
            .connection()
            .read(
                InvoiceServiceGrpc.getGetStatementPageMethod(),
                GetStatementPageRequest.newBuilder()
                    .setName(name)
                    .setLanguageCode(language)
                    .setFormat(format)
                    .setPaper(paper)
                    .build());
    NewFile.write(file, page.getContent().toByteArray(), option);
    session.say("Wrote " + page.getContent().size() + " bytes to " + file + ".");
  }

  /** Sizes of paper as values of an option. */
  static final class PaperChoice extends EnumChoice<Paper> {
    PaperChoice() {
      super(Paper.values());
    }
  }

  private static String words(Statement.Standing standing) {
    return standing.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
