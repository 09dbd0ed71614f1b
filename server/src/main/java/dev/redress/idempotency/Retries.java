package dev.redress.idempotency;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.idempotency.AnswerStore.Answer;
import dev.redress.identity.ProviderName;
import dev.redress.transaction.Transactions;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Does what a call asks for once, however often the call is sent. */
public final class Retries {
  private final Transactions transactions;
  private final AnswerStore answers;
  private final InstantSource clock;

  /** Over a store of answers. */
  public Retries(Transactions transactions, AnswerStore answers, InstantSource clock) {
    this.transactions = transactions;
    this.answers = answers;
    this.clock = clock;
  }

  /**
   * Runs the work in one transaction with the record of its answer, or gives the answer that was
   * given before.
   *
   * @param requestId a UUID given by the caller; empty when the caller does not ask for safety
   * @param fingerprint of method and content, to tell a retry from a mistake
   * @param work gives the answer as bytes
   * @throws RedressException {@code REQUEST_ID_INVALID}, {@code REQUEST_ID_REUSED}, {@code
   *     CUSTOMER_ERASED}
   */
  public byte[] once(
      ProviderName provider, String requestId, String fingerprint, Supplier<byte[]> work) {
    if (requestId.isEmpty()) {
      return transactions.run(work);
    }
    String id = check(requestId);
    return transactions.run(
        () -> {
          Optional<Answer> before = answers.find(provider, id);
          if (before.isPresent()) {
            return replay(id, fingerprint, before.get());
          }
          byte[] answer = work.get();
          answers.insert(provider, id, new Answer(fingerprint, answer), clock.instant());
          return answer;
        });
  }

  /**
   * The answer that was given before, for one who would have to think long to give it.
   *
   * @param fingerprint of method and content, to tell a retry from a mistake
   * @throws RedressException {@code REQUEST_ID_INVALID}, {@code REQUEST_ID_REUSED}, {@code
   *     CUSTOMER_ERASED}
   */
  public Optional<byte[]> before(ProviderName provider, String requestId, String fingerprint) {
    if (requestId.isEmpty()) {
      return Optional.empty();
    }
    String id = check(requestId);
    return transactions
        .run(() -> answers.find(provider, id))
        .map(answer -> replay(id, fingerprint, answer));
  }

  private static byte[] replay(String requestId, String fingerprint, Answer answer) {
    if (answer.isErased()) {
      throw new RedressException(
          ErrorReason.CUSTOMER_ERASED,
          "the call with request_id "
              + requestId
              + " was answered, and a customer in the answer was erased since",
          Map.of("requestId", requestId));
    }
    if (!answer.fingerprint().equals(fingerprint)) {
      throw new RedressException(
          ErrorReason.REQUEST_ID_REUSED,
          "request_id "
              + requestId
              + " was used for another call; take a new UUID for a new call and the same one only"
              + " for a retry",
          Map.of("requestId", requestId));
    }
    return answer.bytes();
  }

  /**
   * The id of a call as it is kept.
   *
   * @throws RedressException {@code REQUEST_ID_INVALID}
   */
  public static String check(String requestId) {
    try {
      String canonical = UUID.fromString(requestId).toString();
      if (canonical.equalsIgnoreCase(requestId)) {
        return canonical;
      }
    } catch (IllegalArgumentException e) {
      // Reported below, like every other text that is not a UUID.
    }
    throw new RedressException(
        ErrorReason.REQUEST_ID_INVALID,
        "request_id must be a UUID such as 123e4567-e89b-42d3-a456-426614174000");
  }
}
