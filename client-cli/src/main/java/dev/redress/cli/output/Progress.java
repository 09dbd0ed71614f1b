package dev.redress.cli.output;

import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far something long is: a bar on a terminal, nothing anywhere else. */
public final class Progress implements AutoCloseable {
  private static final int UPDATE_INTERVAL_MILLIS = 100;

  private final Optional<ProgressBar> bar;

  private Progress(Optional<ProgressBar> bar) {
    this.bar = bar;
  }

  /**
   * Shows the start.
   *
   * @param task what is under way, one word
   * @param total how much there is to do, or -1 when that is not known
   * @param unit the name of a unit after its number, such as {@code " rows"}
   * @param unitSize how much makes one unit
   */
  public static Progress start(
      Terminal terminal, String task, long total, String unit, long unitSize) {
    if (terminal.errWidth() == 0) {
      return new Progress(Optional.empty());
    }
    return new Progress(
        Optional.of(
            new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
                .setUnit(unit, unitSize)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(UPDATE_INTERVAL_MILLIS)
                .showSpeed()
                .clearDisplayOnFinish()
                .setConsumer(
                    new ConsoleProgressBarConsumer(terminal.err(), terminal.errWidth() - 1))
                .build()));
  }

  /** So much is done, counted from the start. */
  public void reached(long done) {
    bar.ifPresent(shown -> shown.stepTo(done));
  }

  /** So much is done of so much. */
  public void reached(long done, long total) {
    bar.ifPresent(
        shown -> {
          shown.maxHint(total);
          shown.stepTo(done);
        });
  }

  /** Takes the bar away. */
  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
  }
}
