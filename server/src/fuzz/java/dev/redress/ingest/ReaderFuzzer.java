package dev.redress.ingest;

import java.io.IOException;
import java.util.Objects;

/** What Jazzer calls: the target that the process was started for. */
public final class ReaderFuzzer {
  private static FuzzTarget target = new ValueTarget();

  private ReaderFuzzer() {}

  /**
   * Chooses the target by its name, and takes the seeds, so that a harness that does not work
   * shows.
   */
  public static void fuzzerInitialize(String[] arguments) throws IOException {
    target = Objects.requireNonNull(FuzzTargets.all().get(arguments[0]), arguments[0]);
    for (byte[] seed : target.seeds()) {
      target.run(seed);
    }
  }

  /** Takes one input. */
  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    target.run(input);
  }
}
