package dev.redress.grpc;

import dev.redress.identity.InvalidNameException;
import dev.redress.identity.ProviderName;
import dev.redress.journal.Event;
import dev.redress.journal.JournalEntry;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Conversion of events. */
final class EventProtos {
  private static final Pattern NAME =
      Pattern.compile("(providers/[^/]+)/events/([1-9][0-9]{0,17})");

  private EventProtos() {}

  /** For the wire. */
  static dev.redress.v1.Event toProto(Event event) {
    JournalEntry entry = event.entry();
    return dev.redress.v1.Event.newBuilder()
        .setName(entry.provider() + "/events/" + event.sequence())
        .setSequence(event.sequence())
        .setCreateTime(TimeProtos.toProto(entry.time()))
        .setActor(entry.actor().name())
        .setAction(entry.action())
        .setResource(entry.resource())
        .setReason(entry.reason())
        .putAllDetails(entry.details())
        .setHash(event.hash())
        .setErased(event.isErased())
        .build();
  }

  /**
   * The name of an event.
   *
   * @throws InvalidNameException when it is none
   */
  static Position parse(String name) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      throw new InvalidNameException("must be of the form providers/{provider}/events/{sequence}");
    }
    return new Position(ProviderName.parse(matcher.group(1)), Long.parseLong(matcher.group(2)));
  }

  /**
   * A place in the journal of a provider.
   *
   * @param sequence 1 or more
   */
  record Position(ProviderName provider, long sequence) {}
}
