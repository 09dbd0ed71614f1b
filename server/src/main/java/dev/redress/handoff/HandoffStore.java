package dev.redress.handoff;

import dev.redress.identity.DisputeName;
import dev.redress.identity.HandoffName;
import dev.redress.identity.ProviderName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps handoffs with the briefs that were given. */
public interface HandoffStore {
  /** Most characters of a brief that is kept; longer ones are cut before. */
  int BRIEF_LENGTH_MAX = 30_000;

  /** The handoff, if there is one of this name. */
  Optional<Handoff> find(HandoffName name);

  /** The brief that a stored handoff was asked with. */
  String brief(HandoffName name);

  /** The pending handoff of a dispute, if there is one; there is never more than one. */
  Optional<Handoff> pending(DisputeName dispute);

  /** All handoffs of a dispute, by ordinal, at most {@link Handoff#ORDINAL_MAX}. */
  List<Handoff> all(DisputeName dispute);

  /** Handoffs whose id sorts after {@code afterId}, by id, at most so many. */
  List<Handoff> list(ProviderName provider, HandoffFilter filter, String afterId, int countMax);

  /**
   * Stores a new handoff with its brief.
   *
   * @param brief 1 to {@value #BRIEF_LENGTH_MAX} characters
   * @throws dev.redress.error.RedressException {@code CONCURRENT_CHANGE} when the dispute got
   *     another one meanwhile
   */
  void insert(Handoff handoff, String brief);

  /**
   * Stores an answer: {@code handoff.version()} is one more than the stored one.
   *
   * @throws dev.redress.error.RedressException {@code STALE_VERSION} when it is not
   */
  void update(Handoff handoff);

  /**
   * Which handoffs of a provider: all, narrowed by each part that is given.
   *
   * @param state absent: any
   * @param disputeId empty: any
   * @param receiver empty: any
   */
  record HandoffFilter(@Nullable HandoffState state, String disputeId, String receiver) {}
}
