package dev.redress.grpc;

import dev.redress.finding.FindingCode;
import dev.redress.statement.Asked;
import dev.redress.statement.Clause;
import dev.redress.statement.Language;
import dev.redress.statement.Statement;
import dev.redress.statement.StatementLine;
import dev.redress.statement.StatementWords;
import dev.redress.statement.Subtotal;
import dev.redress.v1.Finding;
import java.time.Instant;

/** Conversion of statements. */
final class StatementProtos {
  private StatementProtos() {}

  /** For the wire, with its sentences in a language. */
  static dev.redress.v1.Statement toProto(Statement statement, Language language) {
    StatementWords words = new StatementWords(language, statement.customer().timeZone());
    dev.redress.v1.Statement.Builder proto =
        dev.redress.v1.Statement.newBuilder()
            .setInvoice(InvoiceProtos.toProto(statement.invoice()))
            .setProviderDisplayName(statement.provider().displayName())
            .setCustomerDisplayName(statement.customer().displayName())
            .setResult(Constants.toProto(statement.result(), dev.redress.v1.Statement.Result.class))
            .setResultSentence(words.result(statement.result()))
            .setAmount(MoneyProtos.toProto(statement.amount()))
            .setOnHoldAmount(MoneyProtos.toProto(statement.onHold()))
            .setCreditedAmount(MoneyProtos.toProto(statement.credited()))
            .setLanguageCode(language.code())
            .setCreateTime(TimeProtos.toProto(statement.createTime()));
    for (Subtotal sum : statement.subtotals()) {
      proto
          .addSubtotalsBuilder()
          .setStanding(Constants.toProto(sum.standing(), dev.redress.v1.Statement.Standing.class))
          .setLineCount(sum.lines())
          .setHours(HoursProtos.toProto(sum.hours()))
          .setAmount(MoneyProtos.toProto(sum.amount()));
    }
    for (StatementLine line : statement.lines()) {
      proto.addLines(toProto(line, words));
    }
    return proto.build();
  }

  private static dev.redress.v1.Statement.Line toProto(StatementLine line, StatementWords words) {
    dev.redress.v1.Statement.Line.Builder proto =
        dev.redress.v1.Statement.Line.newBuilder()
            .setLaborLine(InvoiceProtos.toProto(line.line()))
            .setStanding(
                Constants.toProto(line.standing(), dev.redress.v1.Statement.Standing.class))
            .setOnHoldAmount(MoneyProtos.toProto(line.onHold()))
            .setCreditedAmount(MoneyProtos.toProto(line.credited()))
            .addAllSentences(words.sentences(line));
    for (Asked asked : line.asked()) {
      proto
          .addAskedBuilder()
          .setRequest(asked.request().name().toString())
          .setSummary(asked.request().summary())
          .setOpenTime(TimeProtos.toProto(asked.request().openedAt()))
          .setRequester(asked.request().requester())
          .setHours(HoursProtos.toProto(asked.hours()));
    }
    for (FindingCode finding : line.findings()) {
      proto.addFindings(Constants.toProto(finding, Finding.Code.class));
    }
    Clause clause = line.clause();
    if (clause != null) {
      proto
          .setAgreement(clause.agreement().toString())
          .setCoverage(
              Constants.toProto(clause.coverage(), dev.redress.v1.Statement.Line.Coverage.class));
      if (clause.agreedAmount() != null) {
        proto.setAgreedAmount(MoneyProtos.toProto(clause.agreedAmount()));
      }
    }
    Instant call = line.callTime();
    if (call != null) {
      proto.setCallTime(TimeProtos.toProto(call));
    }
    return proto.build();
  }
}
