package dev.redress.cli.generate;

import dev.redress.cli.failure.CommandFailure;
import dev.redress.cli.failure.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code redress generate}: writes a folder of test data of any size, with its truth. */
@Command(
    name = "generate",
    description = "Writes made-up customers, requests, time entries and invoices with their truth.",
    customSynopsis = "redress generate --lines N --out DIR [--seed S] [--customers C] [--force]",
    headerHeading = "Examples:%n",
    header = {
      "  redress generate --lines 20000 --out month",
      "  redress generate --lines 1000000 --seed 7 --customers 2000 --out big --force",
      ""
    })
public final class GenerateCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Option(
      names = "--lines",
      required = true,
      paramLabel = "N",
      description = "labor lines in all, 1 to 100000000")
  private int lines;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "a whole number; same seed, same bytes (default 1)")
  private long seed;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "folder to write into; made if it is not there")
  @SuppressWarnings("NullAway.Init") // a required option
  private Path out;

  @Option(
      names = "--customers",
      paramLabel = "C",
      description = "customers to spread the lines over (default: one for every 500 lines)")
  private @Nullable Integer customers;

  @Option(names = "--force", description = "replace files of an earlier run")
  private boolean force;

  /**
   * Writes the folder and says on the error stream what it holds and how fast it went.
   *
   * @throws CommandFailure if a value is out of range, the folder cannot be written, or it already
   *     holds one of the files and {@code --force} was not given
   */
  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    GeneratorSettings settings;
    try {
      settings = GeneratorSettings.of(seed, lines);
      if (customers != null) {
        settings = settings.withCustomers(customers);
      }
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, "--" + e.getMessage(), e);
    }
    List<String> present = GeneratedFolder.present(out);
    if (!present.isEmpty() && !force) {
      throw new CommandFailure(
          ExitCode.CONFLICT,
          out
              + " already holds "
              + String.join(", ", present)
              + "; choose another folder or add --force");
    }
    try {
      long start = System.nanoTime();
      Generator.Written written = Generator.generate(settings, out);
      err.println(summary(written, (System.nanoTime() - start) / 1e9));
      return ExitCode.OK.number();
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.INVALID_INPUT, out + " cannot be written: " + e.getMessage(), e);
    }
  }

  /** One sentence with thousands separated by commas, whatever the locale. */
  private String summary(Generator.Written written, double seconds) {
    return String.format(
        Locale.ROOT,
        "Wrote %,d lines, %,d requests, %,d time entries of %,d customers and %,d faults"
            + " to %s in %.1f s (%,.0f lines/s).",
        written.lines(),
        written.requests(),
        written.timeEntries(),
        written.customers(),
        written.faults(),
        out,
        seconds,
        written.lines() / Math.max(seconds, 1e-3));
  }
}
