package dev.redress.matching;

import dev.redress.identity.LineName;
import java.util.Set;

/**
 * What is known for certain of a line.
 *
 * @param requests the ids of the requests that the line belongs to, or of those that it does not
 *     belong to if it is {@code REJECTED}; empty if it is {@code ACCEPTED}
 */
public record LineLabel(LineName line, Kind kind, Set<String> requests) {

  public LineLabel {
    requests = Set.copyOf(requests);
    if (requests.isEmpty() != (kind == Kind.ACCEPTED)) {
      throw new IllegalArgumentException("accepted lines have no requests and all others have");
    }
  }

  /** How it is known, what says most first. */
  public enum Kind {
    /** A clerk accepted it without a request: it belongs to none. */
    ACCEPTED,
    /** A clerk confirmed its requests. */
    CONFIRMED,
    /** Its own reference names exactly one request that exists. */
    REFERENCE,
    /** A clerk ruled requests out; where it belongs is not known. */
    REJECTED
  }

  /** Whether it is known where the line belongs. */
  boolean isTruth() {
    return kind != Kind.REJECTED;
  }

  /** Whether a line may be tied to a request, as far as this tells; true where it does not. */
  boolean allows(String request) {
    return switch (kind) {
      case ACCEPTED -> false;
      case CONFIRMED, REFERENCE -> requests.contains(request);
      case REJECTED -> !requests.contains(request);
    };
  }
}
