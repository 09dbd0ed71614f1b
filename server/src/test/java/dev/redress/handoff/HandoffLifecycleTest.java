package dev.redress.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redress.error.ErrorReason;
import dev.redress.handoff.Handoff.Answer;
import dev.redress.handoff.HandoffLifecycle.Transition;
import dev.redress.identity.Actor;
import dev.redress.identity.DisputeName;
import dev.redress.identity.HandoffName;
import dev.redress.identity.ProviderName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dana owns the dispute; Lee, who leads her, asks Mia to take it over. */
class HandoffLifecycleTest {
  private static final Instant NOW = Instant.parse("2025-06-03T12:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(60);

  @ParameterizedTest(name = "{0}: {2} asks to {1} -> {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # state   | action  | who  | what follows
          PENDING   | ACCEPT  | mia  | ACCEPTED
          PENDING   | ACCEPT  | dana | NOT_THE_RECEIVER
          PENDING   | ACCEPT  | lee  | NOT_THE_RECEIVER
          PENDING   | ACCEPT  | Mia  | NOT_THE_RECEIVER
          PENDING   | DECLINE | mia  | DECLINED
          PENDING   | DECLINE | dana | NOT_THE_RECEIVER
          PENDING   | CANCEL  | dana | CANCELLED
          PENDING   | CANCEL  | lee  | CANCELLED
          PENDING   | CANCEL  | mia  | NOT_THE_OWNER
          ACCEPTED  | ACCEPT  | mia  | HANDOFF_NOT_PENDING
          ACCEPTED  | DECLINE | mia  | HANDOFF_NOT_PENDING
          ACCEPTED  | CANCEL  | dana | HANDOFF_NOT_PENDING
          ACCEPTED  | CANCEL  | mia  | NOT_THE_OWNER
          DECLINED  | ACCEPT  | mia  | HANDOFF_NOT_PENDING
          DECLINED  | CANCEL  | lee  | HANDOFF_NOT_PENDING
          CANCELLED | ACCEPT  | mia  | HANDOFF_NOT_PENDING
          CANCELLED | ACCEPT  | dana | NOT_THE_RECEIVER
          CANCELLED | DECLINE | mia  | HANDOFF_NOT_PENDING
          CANCELLED | CANCEL  | dana | HANDOFF_NOT_PENDING
          """)
  void answer_isGivenByTheRightPersonOnce(
      HandoffState state, HandoffAction action, String who, String expected) {
    Answer word = new Answer(new Actor(who), LATER, "because");

    switch (HandoffLifecycle.answer(handoff(state), action, word)) {
      case Transition.Answered(Handoff after) -> {
        assertThat(after.state().name()).isEqualTo(expected);
        assertThat(after.answer()).isEqualTo(word);
        assertThat(after.version()).isEqualTo(handoff(state).version() + 1);
      }
      case Transition.Refused(ErrorReason reason) -> assertThat(reason.name()).isEqualTo(expected);
    }
  }

  @Test
  void ended_takesAPendingOneBackWithItsDispute() {
    Handoff ended = HandoffLifecycle.ended(handoff(HandoffState.PENDING), Actor.REDRESS, LATER);

    assertThat(ended.state()).isEqualTo(HandoffState.CANCELLED);
    assertThat(ended.answer()).isEqualTo(new Answer(Actor.REDRESS, LATER, "the dispute has ended"));
  }

  @Test
  void handoff_checksItself() {
    Answer byDana = new Answer(new Actor("dana"), LATER, "");
    refused("dana", HandoffState.PENDING, null, NOW);
    refused("mia", HandoffState.PENDING, byDana, NOW);
    refused("mia", HandoffState.DECLINED, null, NOW);
    refused("mia", HandoffState.ACCEPTED, byDana, NOW);
    refused("mia", HandoffState.PENDING, null, NOW.minusSeconds(1));
  }

  private static void refused(
      String receiver, HandoffState state, @Nullable Answer answer, Instant due) {
    assertThatThrownBy(() -> handoff(receiver, state, answer, due))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Handoff handoff(HandoffState state) {
    return handoff(
        "mia",
        state,
        state == HandoffState.PENDING ? null : new Answer(new Actor("mia"), NOW, ""),
        LATER);
  }

  private static Handoff handoff(
      String receiver, HandoffState state, @Nullable Answer answer, Instant due) {
    ProviderName provider = new ProviderName("acme");
    return new Handoff(
        new HandoffName(provider, "h1"),
        new DisputeName(provider, "d1"),
        1,
        state,
        "dana",
        receiver,
        "dana is away from Friday on",
        "",
        new Actor("lee"),
        NOW,
        due,
        answer,
        answer == null ? 1 : 2);
  }
}
