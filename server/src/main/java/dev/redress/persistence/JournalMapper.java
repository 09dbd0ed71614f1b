package dev.redress.persistence;

import java.util.List;
import java.util.Optional;

/** Statements on {@code journal}, its inbox and its heads; events are never changed or deleted. */
interface JournalMapper {
  int insertInbox(InboxRow row);

  Optional<JournalRow> find(String providerId, long sequenceNumber);

  List<JournalRow> list(String providerId, long afterSequence, int countMax);

  List<JournalRow> listOfDispute(
      String providerId, String disputeId, long afterSequence, int countMax);

  Optional<HeadRow> head(String providerId);

  int lockHead(String providerId);

  int insertHead(HeadRow row);

  int updateHead(HeadRow row);

  /** Over all providers: a poll in the background. */
  List<String> providersWithInbox();

  List<InboxRow> inbox(String providerId, int countMax);

  int insert(JournalRow row);

  int deleteInbox(String providerId, long inboxId);
}
