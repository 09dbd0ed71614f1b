package dev.redress.grpc;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import com.google.protobuf.ProtocolMessageEnum;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.InvoiceName;
import dev.redress.statement.Language;
import dev.redress.statement.PageFormat;
import dev.redress.statement.Paper;
import dev.redress.statement.StatementPage;
import dev.redress.statement.StatementService;
import dev.redress.v1.GetStatementPageRequest;
import dev.redress.v1.GetStatementRequest;
import dev.redress.v1.Statement;

/** The calls that ask for statements. */
final class StatementCalls {
  /** Below what clients take from a server unless they say otherwise: 4 MiB. */
  private static final int BYTES_MAX = 4_000_000;

  private final StatementService statements;
  private final StatementPage page;

  StatementCalls(StatementService statements, StatementPage page) {
    this.statements = statements;
    this.page = page;
  }

  Statement get(GetStatementRequest request) {
    Language language = language(request.getLanguageCode());
    return limited(StatementProtos.toProto(statements.get(name(request.getName())), language));
  }

  dev.redress.v1.StatementPage page(GetStatementPageRequest request) {
    Language language = language(request.getLanguageCode());
    PageFormat format = said("format", request.getFormat(), PageFormat.HTML);
    Paper paper = said("paper", request.getPaper(), Paper.A4);
    var statement = statements.get(name(request.getName()));
    return limited(
        switch (format) {
          case HTML -> answer("text/html; charset=utf-8", page.html(statement, language));
          case PDF -> answer("application/pdf", page.pdf(statement, language, paper));
        });
  }

  private static dev.redress.v1.StatementPage answer(String mediaType, byte[] content) {
    return dev.redress.v1.StatementPage.newBuilder()
        .setMediaType(mediaType)
        .setContent(ByteString.copyFrom(content))
        .build();
  }

  private static <E extends Enum<E>> E said(String field, ProtocolMessageEnum word, E otherwise) {
    return Constants.isSaid(word)
        ? Constants.fromProto(new Field(field), word, otherwise.getDeclaringClass())
        : otherwise;
  }

  private static InvoiceName name(String name) {
    return new Field("name").name(InvoiceName::parse, name);
  }

  private static Language language(String code) {
    return code.isEmpty()
        ? Language.ENGLISH
        : Language.of(code)
            .orElseThrow(
                () ->
                    new Field("language_code")
                        .invalid(
                            "there are no statements in this language; take one of "
                                + Language.codes()));
  }

  private static <M extends MessageLite> M limited(M answer) {
    if (answer.getSerializedSize() > BYTES_MAX) {
      throw new RedressException(
          ErrorReason.TOO_LARGE,
          "the statement would be longer than "
              + BYTES_MAX
              + " bytes; list the verdicts of the invoice instead");
    }
    return answer;
  }
}
