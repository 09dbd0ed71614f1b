package dev.redress.page;

import dev.redress.statement.Language;
import dev.redress.statement.Statement;
import dev.redress.statement.StatementPage;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;

/** Pages from templates that were compiled with the program. */
public final class JteStatementPage implements StatementPage {
  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

  @Override
  public byte[] html(Statement statement, Language language) {
    Utf8ByteOutput output = new Utf8ByteOutput();
    engine.render("statement.jte", new Page(statement, language), output);
    return output.toByteArray();
  }
}
