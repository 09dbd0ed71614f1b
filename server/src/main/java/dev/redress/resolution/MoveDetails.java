package dev.redress.resolution;

import dev.redress.dispute.Move;
import dev.redress.dispute.Waiting;
import dev.redress.dispute.Withdrawal;
import java.util.Map;

/** What the journal says of a move beside what it changed. */
final class MoveDetails {
  private MoveDetails() {}

  static Map<String, String> of(Move move) {
    return switch (move) {
      case Move.AwaitProvider(Waiting waiting) -> of(waiting);
      case Move.AwaitCustomer(Waiting waiting) -> of(waiting);
      case Move.Withdraw(Withdrawal word) ->
          Map.of(
              "withdrawnBy", word.by(),
              "channel", word.channel().name(),
              "withdrawTime", word.time().toString());
      case Move.Propose propose -> Map.of("proposer", propose.proposer());
      case Move.Reopen reopen -> Map.of("callback", reopen.callback().toString());
      case Move.AddLines _, Move.BeginReview _, Move.Approve _, Move.Resolve _, Move.Close _ ->
          Map.of();
    };
  }

  private static Map<String, String> of(Waiting waiting) {
    return Map.of("respondByTime", waiting.respondBy().toString());
  }
}
