package dev.redress.cli.importing;

import dev.redress.cli.failure.CommandFailure;
import dev.redress.cli.failure.ExitCode;
import dev.redress.cli.session.Session;
import dev.redress.v1.Import;
import dev.redress.v1.ImportHeader;
import dev.redress.v1.MappingSuggestion;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code redress import}.
 *
 * <p>The file is sent as it is; only the server knows its format. What was wrong with it is the
 * data of this command and goes to the standard output, the counts go to the error stream.
 */
@Command(
    name = "import",
    description = "Imports a file; rows that are stored already stay as they are.",
    headerHeading = "Examples:%n",
    header = {
      "  redress import customers customers.csv",
      "  redress import requests tickets.csv --dry-run",
      "  redress import invoices october.csv --dry-run --findings",
      "  redress import time-entries toggl.csv --time-zone America/Chicago",
      "  redress import time-entries hours.xlsx --suggest-map > hours.yaml",
      "  redress import time-entries hours.xlsx --map hours.yaml",
      "  zcat invoices.csv.gz | redress import invoices - --strict",
      ""
    },
    footerHeading = "%n",
    footer = "Exit code 8 when rows were rejected; the others are stored, unless --strict is set.")
public final class ImportCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      index = "0",
      paramLabel = "KIND",
      converter = KindChoice.class,
      completionCandidates = KindChoice.class,
      description = "what the rows are: ${COMPLETION-CANDIDATES}")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private ImportKind kind;

  @Parameters(index = "1", paramLabel = "FILE", description = "the file; - is the standard input")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String file;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "auto",
      description = "such as redress, toggl or redmine; auto (the default) finds it from the file")
  private String format = "auto";

  @Mixin private final FileAnswers answers = new FileAnswers();

  @Option(
      names = "--map",
      paramLabel = "MAP",
      description = "a saved mapping (YAML) of the columns of a file that no format knows")
  private @Nullable String map;

  @Option(
      names = "--suggest-map",
      description = "print a proposed mapping for --map, and import nothing")
  private boolean suggestMap;

  @Option(names = "--dry-run", description = "check the file and store nothing")
  private boolean dryRun;

  @Option(names = "--strict", description = "store nothing when a single row is wrong")
  private boolean strict;

  @Option(
      names = "--findings",
      description =
          "with --dry-run, for invoices: also answer for the lines as if they were stored, and show"
              + " what is wrong with them; at most 50,000 rows")
  private boolean findings;

  @Spec
  @SuppressWarnings("NullAway.Init") // injected by picocli
  private CommandSpec spec;

  /** A command of a session. */
  public ImportCommand(Session session) {
    this.session = session;
  }

  /**
   * Imports.
   *
   * @return 0, or 8 when rows were rejected
   */
  @Override
  public Integer call() {
    if (suggestMap) {
      requireNothingBeside();
      MappingSuggestion suggestion =
          new Uploader(session).suggest(FileSource.of(file), kind.kind());
      switch (session.format()) {
        case TABLE -> MappingText.of(suggestion, kind, file).forEach(session.output()::line);
        case JSON -> session.output().json(suggestion);
        case CSV ->
            throw new ParameterException(
                spec.commandLine(), "a mapping is YAML, or JSON by -o json; it is no CSV");
      }
      return ExitCode.OK.number();
    }
    if (file.equals("-") && "-".equals(map)) {
      throw new ParameterException(
          spec.commandLine(), "the file and its mapping cannot both come from the standard input");
    }
    if (findings) {
      requireBill();
      return located(header -> new FindingsCheck(session).check(FileSource.of(file), header));
    }
    long start = System.nanoTime();
    Import done = located(header -> new Uploader(session).upload(FileSource.of(file), header));
    session.say(ImportReport.summary(done, System.nanoTime() - start));
    switch (session.format()) {
      case TABLE -> {
        if (done.getRowsRejected() > 0) {
          session.output().list(ImportReport.problems(session, done), ImportReport.columns());
        }
      }
      case JSON -> session.output().json(done);
      case CSV ->
          session.output().list(ImportReport.problems(session, done), ImportReport.columns());
    }
    return end(done);
  }

  /** Says what a saved mapping and the options say; an option counts before the mapping. */
  private <A> A located(Function<ImportHeader, A> send) {
    ImportHeader said =
        answers
            .header()
            .setKind(kind.kind())
            .setFormat(format)
            .setStrict(strict)
            .setValidateOnly(dryRun)
            .build();
    if (map == null) {
      return send.apply(said);
    }
    SavedMapping saved = SavedMapping.of(FileSource.of(map), kind);
    try {
      return send.apply(saved.header().toBuilder().mergeFrom(said).build());
    } catch (CommandFailure e) {
      throw saved.located(e, said);
    }
  }

  private void requireNothingBeside() {
    boolean isAlone =
        !dryRun
            && !strict
            && !findings
            && map == null
            && format.equals("auto")
            && answers.header().build().equals(ImportHeader.getDefaultInstance());
    if (!isAlone) {
      throw new ParameterException(
          spec.commandLine(),
          "--suggest-map looks at a file and imports nothing: use it as import "
              + kind
              + " FILE --suggest-map");
    }
  }

  private void requireBill() {
    if (!dryRun || kind != ImportKind.INVOICES) {
      throw new ParameterException(
          spec.commandLine(),
          "--findings answers for invoices that are not stored: use it as import invoices FILE"
              + " --dry-run --findings, and finding list for what is stored");
    }
  }

  private int end(Import done) {
    ImportReport.notices(done).forEach(session::say);
    if (dryRun) {
      session.say("Nothing was stored.");
      if (kind == ImportKind.INVOICES) {
        session.sayNext("import invoices FILE --dry-run --findings");
      }
    } else if (done.getState() == Import.State.REJECTED) {
      session.say("Nothing was stored, because of --strict.");
    } else if (done.getRowsCreated() + done.getRowsUpdated() > 0) {
      session.sayNext(kind == ImportKind.INVOICES ? "reconcile" : "import invoices FILE");
    }
    return (done.getRowsRejected() > 0 ? ExitCode.ROWS_REJECTED : ExitCode.OK).number();
  }
}
