package dev.redress.cli.output;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import java.io.PrintStream;

/** The JSON of the protocol: one array for a list. */
final class JsonRows<T extends Message> implements RowWriter<T> {
  private final PrintStream out;
  private final JsonFormat.Printer printer = printer();
  private boolean isFirst = true;

  JsonRows(PrintStream out) {
    this.out = out;
  }

  @Override
  public void row(T item) {
    out.print(isFirst ? "[\n" : ",\n");
    out.print(text(printer, item));
    isFirst = false;
  }

  @Override
  public void end() {
    out.print(isFirst ? "[]\n" : "\n]\n");
  }

  /** Fields without presence are always there, so that a program finds what it looks for. */
  static JsonFormat.Printer printer() {
    return JsonFormat.printer().alwaysPrintFieldsWithNoPresence();
  }

  /** A message as JSON. */
  static String text(JsonFormat.Printer printer, Message message) {
    try {
      return printer.print(message);
    } catch (InvalidProtocolBufferException e) {
      // Only a message of type Any that this program does not know can fail; there is none here.
      throw new IllegalStateException("the answer has a part of an unknown type", e);
    }
  }
}
