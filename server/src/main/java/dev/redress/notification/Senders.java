package dev.redress.notification;

import dev.redress.journal.Event;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The kinds of channel that a server can send over, and how often it did. */
public final class Senders {
  private static final Logger LOG = LoggerFactory.getLogger(Senders.class);

  private final Map<ChannelKind, Sender> senders = new EnumMap<>(ChannelKind.class);
  private final Map<List<Enum<?>>, LongAdder> counts = new ConcurrentHashMap<>();

  /** At most one of each kind; targets of other kinds are left to other servers. */
  public Senders(Sender... senders) {
    Arrays.stream(senders).forEach(sender -> this.senders.put(sender.kind(), sender));
  }

  /** Those that can be sent over. */
  public Set<ChannelKind> kinds() {
    return senders.keySet();
  }

  /** See {@link Sender#objection}, for a channel of these kinds. */
  Optional<String> objection(Channel channel) {
    return sender(channel.kind()).objection(channel);
  }

  /** See {@link Sender#send}, for a target of these kinds. A bug in a sender is a failed try. */
  Receipt send(NotificationTarget target, Event event) {
    try {
      return sender(target.channel().kind()).send(target, event);
    } catch (RuntimeException e) {
      LOG.error("event {} cannot be sent to {}", event.sequence(), target.name(), e);
      return new Receipt.Failed("the server failed; its log says why", null);
    }
  }

  /** How many tries ended so since the server started. */
  public long count(ChannelKind kind, DeliveryResult result) {
    return adder(kind, result).sum();
  }

  void counted(ChannelKind kind, DeliveryResult result) {
    adder(kind, result).increment();
  }

  private LongAdder adder(ChannelKind kind, DeliveryResult result) {
    return counts.computeIfAbsent(List.of(kind, result), _ -> new LongAdder());
  }

  private Sender sender(ChannelKind kind) {
    Sender sender = senders.get(kind);
    if (sender == null) {
      throw new IllegalStateException("nothing is sent here over " + kind);
    }
    return sender;
  }
}
