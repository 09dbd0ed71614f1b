package dev.redress.persistence;

import java.util.List;
import java.util.Optional;
import org.apache.ibatis.session.ResultHandler;

/** Statements that look for what breaks an invariant, and that count what could. */
interface InvariantMapper {
  /** Only on PostgreSQL, and until the transaction ends. */
  int joinByHash();

  long openDisputes(String providerId);

  long endedCallbacks(String providerId);

  long endedDisputes(String providerId);

  long creditedLines(String providerId);

  long timeEntries(String providerId);

  long handoffs(String providerId);

  long endedRuns(String providerId);

  long credits(String providerId);

  /** With how many live callbacks each has. */
  List<CountRow> disputesWithoutTheirCallback(String providerId, int countMax);

  List<String> callbacksClaimedByNobody(String providerId, int countMax);

  List<String> callbacksFollowedWrongly(String providerId, int countMax);

  List<String> disputesSignedOffWithoutNotice(String providerId, int countMax);

  List<String> lostCallbacks(String providerId, int countMax);

  List<String> disputesEndedInSilence(String providerId, int countMax);

  List<CreditedRow> linesCreditedAboveInvoiced(String providerId, int countMax);

  List<CreditedRow> linesCreditedOtherwise(String providerId, int countMax);

  List<String> handoffsNotAsTheyMustBe(String providerId, int countMax);

  List<String> disputesOwnedOtherwise(String providerId, int countMax);

  List<String> callbacksOwnedOtherwise(String providerId, int countMax);

  List<String> runsOverNothing(String providerId, int countMax);

  /** The evidence of a customer's current verdicts; empty where there are no allocations. */
  void allocated(String providerId, String customerId, ResultHandler<String> each);

  /** The hours of a customer's time entries, in 1/10,000 h. */
  void entryHours(String providerId, String customerId, ResultHandler<CountRow> each);

  Optional<String> entryRequest(String providerId, String customerId, String entryId);
}
