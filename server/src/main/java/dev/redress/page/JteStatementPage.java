package dev.redress.page;

import dev.redress.statement.Language;
import dev.redress.statement.Paper;
import dev.redress.statement.Statement;
import dev.redress.statement.StatementPage;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.output.Utf8ByteOutput;

/** Pages from templates that were compiled with the program. */
public final class JteStatementPage implements StatementPage {
  private static final String TEMPLATE = "statement.jte";

  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

  @Override
  public byte[] html(Statement statement, Language language) {
    Utf8ByteOutput output = new Utf8ByteOutput();
    engine.render(TEMPLATE, new Page(statement, language, null), output);
    return output.toByteArray();
  }

  @Override
  public byte[] pdf(Statement statement, Language language, Paper paper) {
    StringOutput output = new StringOutput();
    engine.render(TEMPLATE, new Page(statement, language, paper), output);
    return PdfPrinter.print(output.toString());
  }
}
