package dev.redress.grpc;

import java.time.Duration;

/**
 * The times of streams.
 *
 * @param heartbeat how long a stream of events is silent at most
 * @param patience how long a reader may leave a stream unread before it is cut off
 * @param poll how often a run is looked at for one who watches it
 */
public record StreamLimits(Duration heartbeat, Duration patience, Duration poll) {

  /** What a server has if nobody says otherwise. */
  public static final StreamLimits DEFAULT =
      new StreamLimits(Duration.ofSeconds(15), Duration.ofSeconds(60), Duration.ofMillis(200));
}
