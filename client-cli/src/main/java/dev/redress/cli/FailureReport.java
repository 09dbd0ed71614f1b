package dev.redress.cli;

import dev.redress.cli.failure.CommandFailure;
import dev.redress.cli.failure.ExitCode;
import dev.redress.cli.output.DisplayText;
import dev.redress.cli.output.OutputClosedException;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says on the error stream, in one sentence, why a command failed.
 *
 * @param debug whether the stack trace follows
 */
record FailureReport(boolean debug)
    implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private static final int SUGGESTIONS_MAX = 3;

  /** How the parser ends its sentence about a number that is none. */
  private static final String NUMBER_TYPES = "is not an? (int|long)$";

  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    String sentence =
        failure instanceof UnmatchedArgumentException unmatched
            ? unknown(unmatched)
            : String.valueOf(failure.getMessage())
                .replaceAll(NUMBER_TYPES, "is not a whole number");
    String help = "; see '" + command.getCommandSpec().qualifiedName() + " --help'";
    return report(command, ExitCode.USAGE, sentence + help, failure);
  }

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, ParseResult parseResult) {
    return switch (failure) {
      case OutputClosedException _ -> ExitCode.OK.number();
      case CommandFailure known -> report(command, known.exitCode(), known.getMessage(), known);
      default ->
          report(
              command,
              ExitCode.BUG,
              "this should not have happened: " + failure + "; REDRESS_DEBUG=1 shows where",
              failure);
    };
  }

  private static String unknown(UnmatchedArgumentException failure) {
    String argument = failure.getUnmatched().getFirst();
    CommandLine command = failure.getCommandLine();
    StringBuilder sentence = new StringBuilder("'" + argument + "' is not ");
    if (failure.isUnknownOption()) {
      sentence.append("an option");
    } else {
      sentence.append(command.getSubcommands().isEmpty() ? "expected" : "a command");
    }
    List<String> suggestions = failure.getSuggestions();
    if (!suggestions.isEmpty()) {
      int shown = Math.min(SUGGESTIONS_MAX, suggestions.size());
      sentence.append("; perhaps ").append(String.join(" or ", suggestions.subList(0, shown)));
    }
    return sentence.toString();
  }

  private int report(CommandLine command, ExitCode code, String sentence, Exception failure) {
    PrintWriter err = command.getErr();
    err.println("redress: " + DisplayText.oneLine(sentence));
    if (debug) {
      failure.printStackTrace(err);
    }
    err.flush();
    return code.number();
  }
}
