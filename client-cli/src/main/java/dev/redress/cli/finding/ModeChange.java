package dev.redress.cli.finding;

import dev.redress.cli.failure.CommandFailure;
import dev.redress.cli.failure.ExitCode;
import dev.redress.v1.Finding;
import dev.redress.v1.FindingRules.ModeOf;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.TypeConversionException;

/**
 * What is to follow from some kinds of findings from now on.
 *
 * @param modes as they were typed, by the code
 */
record ModeChange(Map<String, String> modes) {

  /** All kinds with what follows, some of them changed. */
  List<ModeOf> apply(List<ModeOf> now) {
    Map<Finding.Code, Finding.Mode> wanted = new EnumMap<>(Finding.Code.class);
    try {
      modes.forEach(
          (code, mode) ->
              wanted.put(new CodeChoice().convert(code), new ModeChoice().convert(mode)));
    } catch (TypeConversionException e) {
      throw new CommandFailure(
          ExitCode.USAGE, "Invalid value for option '--set': " + e.getMessage());
    }
    return now.stream()
        .map(
            each ->
                each.toBuilder()
                    .setMode(wanted.getOrDefault(each.getCode(), each.getMode()))
                    .build())
        .toList();
  }
}
