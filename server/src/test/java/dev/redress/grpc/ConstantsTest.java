package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redress.agreement.IncludedHours;
import dev.redress.agreement.Rounding;
import dev.redress.agreement.TimeOfWork;
import dev.redress.callback.CallbackState;
import dev.redress.callback.NoticeChannel;
import dev.redress.callback.Outcome;
import dev.redress.dispute.DisputeReason;
import dev.redress.dispute.DisputeState;
import dev.redress.dispute.LineOutcome;
import dev.redress.envelope.VatCategory;
import dev.redress.escalation.DutyKind;
import dev.redress.escalation.EscalationRole;
import dev.redress.escalation.EscalationState;
import dev.redress.finding.FindingCode;
import dev.redress.ingest.FileImport;
import dev.redress.ingest.ImportKind;
import dev.redress.matching.Signal;
import dev.redress.matching.Verdict;
import dev.redress.notification.TargetState;
import dev.redress.promise.PromiseState;
import dev.redress.reconciliation.Reconciliation;
import dev.redress.report.AgeingQuery;
import dev.redress.report.Cause;
import dev.redress.report.Dimension;
import dev.redress.statement.Clause;
import dev.redress.statement.PageFormat;
import dev.redress.statement.Paper;
import dev.redress.v1.Callback;
import dev.redress.v1.Dispute;
import dev.redress.v1.DisputedLine;
import dev.redress.v1.EnvelopeVat;
import dev.redress.v1.Escalation;
import dev.redress.v1.Finding;
import dev.redress.v1.GetStatementPageRequest;
import dev.redress.v1.Import;
import dev.redress.v1.Notice;
import dev.redress.v1.NotificationTarget;
import dev.redress.v1.Promise;
import dev.redress.v1.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConstantsTest {
  /** Words that exist on one side only: DUE is derived, NONE is said by silence. */
  private static final Set<String> ONE_SIDED = Set.of("DUE", "NONE");

  static Stream<Arguments> pairs() {
    return Stream.of(
        Arguments.of(TimeOfWork.class, dev.redress.v1.RateRule.TimeOfWork.class),
        Arguments.of(IncludedHours.Period.class, dev.redress.v1.IncludedHours.Period.class),
        Arguments.of(Rounding.Per.class, dev.redress.v1.Rounding.Per.class),
        Arguments.of(Clause.Coverage.class, Statement.Line.Coverage.class),
        Arguments.of(PageFormat.class, GetStatementPageRequest.Format.class),
        Arguments.of(Paper.class, GetStatementPageRequest.Paper.class),
        Arguments.of(DisputeState.class, Dispute.State.class),
        Arguments.of(DisputeReason.class, DisputedLine.Reason.class),
        Arguments.of(LineOutcome.class, DisputedLine.Outcome.class),
        Arguments.of(CallbackState.class, Callback.State.class),
        Arguments.of(Outcome.class, Callback.Outcome.class),
        Arguments.of(NoticeChannel.class, Notice.Channel.class),
        Arguments.of(PromiseState.class, Promise.State.class),
        Arguments.of(EscalationState.class, Escalation.State.class),
        Arguments.of(DutyKind.class, Escalation.SubjectKind.class),
        Arguments.of(TargetState.class, NotificationTarget.State.class),
        Arguments.of(EscalationRole.class, Escalation.Role.class),
        Arguments.of(FindingCode.class, Finding.Code.class),
        Arguments.of(VatCategory.class, EnvelopeVat.Category.class),
        Arguments.of(ImportKind.class, Import.Kind.class),
        Arguments.of(FileImport.State.class, Import.State.class),
        Arguments.of(Verdict.Answer.class, dev.redress.v1.Verdict.Answer.class),
        Arguments.of(
            Verdict.NotAuditableReason.class, dev.redress.v1.Verdict.NotAuditableReason.class),
        Arguments.of(Signal.Kind.class, dev.redress.v1.Signal.Kind.class),
        Arguments.of(AgeingQuery.By.class, dev.redress.v1.AgeingReport.Dimension.class),
        Arguments.of(Cause.class, dev.redress.v1.UpstreamReport.Cause.class),
        Arguments.of(Dimension.class, dev.redress.v1.LeakageReport.Dimension.class),
        Arguments.of(Reconciliation.State.class, dev.redress.v1.Reconciliation.State.class));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("pairs")
  void wordsAreTheSameInsideAndOnTheWire(
      Class<? extends Enum<?>> inside, Class<? extends Enum<?>> wire) {
    assertThat(names(inside)).containsExactlyInAnyOrderElementsOf(names(wire));
  }

  @Test
  void fromProto_refusesWhatIsNotSaidOrNotKnown() {
    Field field = new Field("outcome");

    assertThatThrownBy(
            () -> Constants.fromProto(field, Callback.Outcome.OUTCOME_UNSPECIFIED, Outcome.class))
        .hasMessage("outcome: must be set");
    assertThatThrownBy(
            () -> Constants.fromProto(field, Callback.Outcome.UNRECOGNIZED, Outcome.class))
        .hasMessageContaining("none of the values");
  }

  private static List<String> names(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(Enum::name)
        .filter(name -> !name.endsWith("_UNSPECIFIED") && !name.equals("UNRECOGNIZED"))
        .filter(name -> !ONE_SIDED.contains(name))
        .toList();
  }
}
