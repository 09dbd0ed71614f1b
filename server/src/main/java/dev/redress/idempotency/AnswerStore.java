package dev.redress.idempotency;

import dev.redress.identity.ProviderName;
import java.time.Instant;
import java.util.Optional;

/** Keeps the answers that were given to calls with a request id. */
public interface AnswerStore {

  /** The answer that was given to this request id, if it was seen. */
  Optional<Answer> find(ProviderName provider, String requestId);

  /**
   * Stores an answer.
   *
   * @throws dev.redress.error.RedressException {@code CONCURRENT_CHANGE} when the same request id
   *     was answered meanwhile
   */
  void insert(ProviderName provider, String requestId, Answer answer, Instant time);

  /**
   * What was answered.
   *
   * @param fingerprint of method and content of the call
   * @param bytes the answer as it went out
   */
  @SuppressWarnings("ArrayRecordComponent") // carried through, never compared
  record Answer(String fingerprint, byte[] bytes) {

    /** The fingerprint of a call whose answer was erased with the customer that it was about. */
    public static final String ERASED = "erased";

    boolean isErased() {
      return fingerprint.equals(ERASED);
    }
  }
}
