package dev.redress.grpc;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import dev.redress.journal.Event;
import java.util.function.Function;

/** Events as JSON, for those who do not call: the same as a client of the API would print them. */
public final class EventJson implements Function<Event, String> {
  private static final JsonFormat.Printer PRINTER =
      JsonFormat.printer().omittingInsignificantWhitespace();

  @Override
  public String apply(Event event) {
    try {
      return PRINTER.print(EventProtos.toProto(event));
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("an event holds nothing that has no JSON", e);
    }
  }
}
