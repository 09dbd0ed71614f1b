package dev.redress.cli.callback;

import dev.redress.cli.option.MomentConverter;
import dev.redress.cli.output.Moments;
import dev.redress.v1.Commitment;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * What is promised on a call: {@code 'send the report by 2026-11-27 17:00'}; the last "by" counts.
 */
final class CommitmentConverter implements ITypeConverter<Commitment> {
  private static final String BY = " by ";

  @Override
  public Commitment convert(String text) {
    int by = text.lastIndexOf(BY);
    if (by < 1) {
      throw new TypeConversionException(
          "'" + text + "' says no time; write it as 'send the report by 2026-11-27 17:00'");
    }
    return Commitment.newBuilder()
        .setText(text.substring(0, by).strip())
        .setDueTime(
            Moments.timestamp(new MomentConverter().convert(text.substring(by + BY.length()))))
        .build();
  }
}
