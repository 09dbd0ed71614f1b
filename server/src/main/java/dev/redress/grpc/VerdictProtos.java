package dev.redress.grpc;

import dev.redress.finding.FindingCode;
import dev.redress.identity.DisputeName;
import dev.redress.invoice.LaborLine;
import dev.redress.matching.Allocation;
import dev.redress.matching.Candidate;
import dev.redress.matching.Signal;
import dev.redress.matching.Verdict.NotAuditableReason;
import dev.redress.reconciliation.LineVerdict;
import dev.redress.v1.Finding;
import dev.redress.v1.Verdict;
import java.util.List;
import java.util.function.Function;

/** Conversion of verdicts. */
final class VerdictProtos {
  private VerdictProtos() {}

  /**
   * A verdict as lists have it: candidates without their evidence.
   *
   * @param stored whether the run that gave it is stored, and so has a name
   */
  static Verdict summary(LineVerdict answer, boolean stored) {
    Verdict.Builder proto = outline(answer, stored);
    for (Candidate candidate : answer.verdict().candidates()) {
      proto.addCandidates(outline(candidate));
    }
    return proto.addAllFindingDetails(details(answer)).build();
  }

  /**
   * A verdict with its whole evidence.
   *
   * @param stored whether the run that gave it is stored, and so has a name
   * @param summaryOf gives the subject of a request by the source's id
   */
  static Verdict explained(LineVerdict answer, boolean stored, Function<String, String> summaryOf) {
    Verdict.Builder proto = outline(answer, stored);
    for (Candidate candidate : answer.verdict().candidates()) {
      dev.redress.v1.Candidate.Builder evidence =
          outline(candidate)
              .setPriorBits(candidate.priorBits())
              .setLogOddsBits(candidate.logOddsBits())
              .setSummary(summaryOf.apply(candidate.request()));
      for (Signal signal : candidate.signals()) {
        evidence
            .addSignalsBuilder()
            .setKind(Constants.toProto(signal.kind(), dev.redress.v1.Signal.Kind.class))
            .setLineValue(signal.lineValue())
            .setRequestValue(signal.requestValue())
            .setBits(signal.bits());
      }
      proto.addCandidates(evidence);
    }
    return proto.addAllFindingDetails(details(answer)).build();
  }

  /** The findings with what shows them, where they are known. */
  private static List<Finding> details(LineVerdict answer) {
    return answer.details().stream().map(FindingProtos::toProto).toList();
  }

  private static Verdict.Builder outline(LineVerdict answer, boolean stored) {
    dev.redress.matching.Verdict verdict = answer.verdict();
    LaborLine line = answer.line();
    Verdict.Builder proto =
        Verdict.newBuilder()
            .setLine(line.name().toString())
            .setLineId(line.name().line())
            .setVerdict(Constants.toProto(verdict.answer(), Verdict.Answer.class))
            .addAllRequestIds(
                verdict.allocations().stream().map(Allocation::request).distinct().toList())
            .setProbability(verdict.probability())
            .setHoursBilled(HoursProtos.toProto(verdict.hoursBilled()))
            .setHoursBacked(HoursProtos.toProto(verdict.hoursBacked()))
            .setReconciliation(stored ? answer.run().toString() : "")
            .setAmount(MoneyProtos.toProto(line.amount()))
            .setWorkDate(TimeProtos.toProto(line.workDate()))
            .setTechnician(line.technician())
            .setDescription(line.description())
            .setSentence(verdict.sentence())
            .setAccepted(answer.accepted());
    if (verdict.reason() != NotAuditableReason.NONE) {
      proto.setNotAuditableReason(
          Constants.toProto(verdict.reason(), Verdict.NotAuditableReason.class));
    }
    for (FindingCode finding : answer.findings()) {
      proto.addFindings(Constants.toProto(finding, Finding.Code.class));
    }
    for (Allocation allocation : verdict.allocations()) {
      proto
          .addAllocationsBuilder()
          .setRequestId(allocation.request())
          .setTimeEntryId(allocation.timeEntry())
          .setHours(HoursProtos.toProto(allocation.hours()));
    }
    DisputeName dispute = answer.dispute();
    if (dispute != null) {
      proto.setDispute(dispute.toString());
    }
    return proto;
  }

  private static dev.redress.v1.Candidate.Builder outline(Candidate candidate) {
    return dev.redress.v1.Candidate.newBuilder()
        .setRequestId(candidate.request())
        .setProbability(candidate.probability())
        .setChosen(candidate.chosen());
  }
}
