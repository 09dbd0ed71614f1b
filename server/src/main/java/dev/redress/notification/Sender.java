package dev.redress.notification;

import dev.redress.journal.Event;
import java.time.Duration;
import java.util.Optional;

/** Brings events to where channels of one kind lead. Called by many threads. */
public interface Sender {

  /** Most time that a try to send takes. */
  Duration TIME_MAX = Duration.ofSeconds(20);

  /** The kind of channel. */
  ChannelKind kind();

  /**
   * Why nothing can be sent over this channel from here, in one sentence; empty when it can be
   * tried. May ask the network.
   */
  Optional<String> objection(Channel channel);

  /** Sends an event; never throws for what the network or the receiver does. */
  Receipt send(NotificationTarget target, Event event);
}
