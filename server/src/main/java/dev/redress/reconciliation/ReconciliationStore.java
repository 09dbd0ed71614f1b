package dev.redress.reconciliation;

import dev.redress.identity.CustomerName;
import dev.redress.identity.ProviderName;
import dev.redress.identity.ReconciliationName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps runs and their parts; parts are claimed through it, each by one worker at a time. */
public interface ReconciliationStore {

  /** The run, if there is one of this name. */
  Optional<Reconciliation> find(ReconciliationName name);

  /** Runs whose id sorts before {@code beforeId} (empty: any), newest first, at most so many. */
  List<Reconciliation> list(ProviderName provider, String beforeId, int countMax);

  /** How far a run is. */
  Progress progress(ReconciliationName name);

  /** The coverage of the parts that are done, by answer and currency. */
  List<Share> shares(ReconciliationName name);

  /** The customers who had no request in reach, by id, at most 1,000. */
  List<CustomerName> inconclusiveCustomers(ReconciliationName name);

  /** The parts of a run, by customer. */
  List<DonePart> parts(ReconciliationName name);

  /**
   * The part of a customer, as far as it is done.
   *
   * @param factsVersion the count of the customer's facts that it rests on; absent while it is not
   *     done, and where that was not noted
   */
  record DonePart(CustomerName customer, @Nullable Long factsVersion) {}

  /** Stores a new run with one part a customer. */
  void insert(Reconciliation run, List<CustomerName> customers);

  /** Ends a running run; does nothing when it has ended. Tells whether it was this call. */
  boolean end(Reconciliation ended);

  /**
   * Claims a part of any running run that nobody works on: it is pending, or its claimer has not
   * been heard of in time.
   *
   * @param worker who claims it
   * @param until until when the claim holds unless it is renewed
   */
  Optional<Part> claim(String worker, Instant now, Instant until);

  /** Claims this part, which was stored in the same transaction. */
  void claim(Part part, String worker, Instant until);

  /** Prolongs a claim; does nothing when the worker has lost it. */
  void renew(Part part, String worker, Instant until);

  /** Gives all claims of a worker back, so that others can go on at once. */
  void release(String worker);

  /** Stores what became of a part; false, and nothing stored, when the worker lost its claim. */
  boolean complete(Part part, String worker, PartResult result);

  /** Gives a part back; does nothing when the worker has lost it. */
  void giveBack(Part part, String worker, Return how);

  /** How a part comes back that was not completed. */
  enum Return {
    /** Nothing was wrong with it: it waits as if nobody had begun. */
    UNTRIED,
    /** It failed and may be tried again. */
    TRIED,
    /** It is given up for good, and its run fails. */
    FAILED
  }

  /** Running runs all of whose parts are done or failed, at most 100. */
  List<ReconciliationName> complete();
}
