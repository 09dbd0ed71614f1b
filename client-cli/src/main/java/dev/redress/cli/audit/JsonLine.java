package dev.redress.cli.audit;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import dev.redress.cli.failure.CommandFailure;
import dev.redress.cli.failure.ExitCode;

/** Messages as one line of JSON each. */
final class JsonLine {
  private static final JsonFormat.Printer PRINTER =
      JsonFormat.printer().omittingInsignificantWhitespace().alwaysPrintFieldsWithNoPresence();

  private JsonLine() {}

  /** A message on one line. */
  static String of(Message message) {
    try {
      return PRINTER.print(message);
    } catch (InvalidProtocolBufferException e) {
      throw new CommandFailure(ExitCode.BUG, "the answer cannot be shown as JSON", e);
    }
  }
}
