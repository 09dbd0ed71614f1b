package dev.redress.benchmark;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Times the innermost steps of matching one by one (JMH), on made-up data: what a change of one of
 * them gains or costs is lost in the noise of a whole reconciliation.
 *
 * <p>Arguments: those of JMH, such as {@code TextKernel -f 3 -prof gc}; without any all kernels run
 * in one JVM each, for about two minutes.
 */
public final class KernelBenchmark {
  private static final String KERNELS = "dev\\.redress\\.matching\\..*Kernel\\..*";
  private static final int SECONDS_WARM_UP = 3;
  private static final int SECONDS_MEASURED = 5;

  private KernelBenchmark() {}

  /** Runs the kernels and prints a table. */
  public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
    CommandLineOptions given = new CommandLineOptions(arguments);
    OptionsBuilder options = new OptionsBuilder();
    options.parent(given);
    if (given.getIncludes().isEmpty()) {
      options.include(KERNELS);
    }
    if (!given.getForkCount().hasValue()) {
      options.forks(1);
    }
    if (!given.getWarmupIterations().hasValue()) {
      options.warmupIterations(SECONDS_WARM_UP);
    }
    if (!given.getMeasurementIterations().hasValue()) {
      options.measurementIterations(SECONDS_MEASURED);
    }
    if (!given.getWarmupTime().hasValue()) {
      options.warmupTime(TimeValue.seconds(1));
    }
    if (!given.getMeasurementTime().hasValue()) {
      options.measurementTime(TimeValue.seconds(1));
    }
    new Runner(options.build()).run();
  }
}
