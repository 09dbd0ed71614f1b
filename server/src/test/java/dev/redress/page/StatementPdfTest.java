package dev.redress.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.statement.Language;
import dev.redress.statement.Paper;
import dev.redress.statement.Standing;
import dev.redress.statement.StatementLine;
import dev.redress.statement.StatementSamples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a statement says on paper. */
class StatementPdfTest {
  private static final JteStatementPage PAGE = new JteStatementPage();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ENGLISH | Statement of invoice INV/7     | We could not tie this to anything you asked for.
          GERMAN  | Aufstellung zur Rechnung INV/7 | Wir konnten das keiner Ihrer Anfragen zuordnen.
          """)
  void pdf_saysWhatThePageSays(Language language, String title, String sentence) {
    String said =
        text(Arrays.stream(Standing.values()).map(StatementSamples::line).toList(), language);

    assertThat(said)
        .contains(title)
        .contains(sentence)
        .contains("1 / ")
        .contains("r1: Printer jams");
  }

  @ParameterizedTest
  @EnumSource
  void pdf_tellsItsLanguageAndTitleToAReader(Language language) {
    try (PDDocument pdf =
        read(List.of(StatementSamples.line(Standing.MATCHED)), language, Paper.A4)) {
      assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo(language.code());
      assertThat(pdf.getDocumentInformation().getTitle()).contains("INV/7");
      assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(pdf.getPage(0).getResources().getFontNames())
          .allSatisfy(
              name ->
                  assertThat(pdf.getPage(0).getResources().getFont(name).isEmbedded()).isTrue());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void pdf_fitsThePaperThatWasAskedFor() {
    assertThat(size(Paper.A4)).isEqualTo("595 x 842");
    assertThat(size(Paper.LETTER)).isEqualTo("612 x 792");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script> & <b>\"quoted\"</b> ]]> <!-- ",
        "caf\u00e9 \u20ac \u00df \u00f1 \u0153",
        "\u4e2d\u6587 \u0645\u0631\u062d\u0628\u0627 \ud83d\ude00",
        "bell\u0007 null\u0000 lone \ud800 and \udc00 not \ufffe",
        "url(http://127.0.0.1:1/x) @import file:///etc/passwd"
      })
  void pdf_printsWhateverALineSays(String description) {
    String said = text(List.of(StatementSamples.hostile(description)), Language.FRENCH);

    assertThat(said).contains("INV/7");
  }

  @Test
  void pdf_hasTheLettersOfItsLanguages() {
    String letters =
        "\u00c4\u00d6\u00dc\u00e4\u00f6\u00fc\u00df \u00e9\u00e8\u00ea\u00e7\u0153 \u00f1\u00bf\u00a1 \u20ac \u2026 \u201e\u201c";

    assertThat(text(List.of(StatementSamples.hostile(letters)), Language.SPANISH))
        .contains(letters);
    assertThat(text(List.of(StatementSamples.hostile("a\u4e2db")), Language.SPANISH))
        .contains("a#b");
  }

  @Test
  void pdf_breaksAWordThatIsLongerThanALine() {
    assertThat(
            text(List.of(StatementSamples.hostile("x".repeat(2_000))), Language.ENGLISH)
                .replaceAll("\\s", ""))
        .contains("x".repeat(2_000));
  }

  @Test
  void pdf_ofManyLinesCountsItsPages() {
    try (PDDocument pdf =
        read(Collections.nCopies(300, StatementSamples.disputed()), Language.ENGLISH, Paper.A4)) {
      assertThat(pdf.getNumberOfPages()).isGreaterThan(10);
      assertThat(new PDFTextStripper().getText(pdf))
          .contains("1 / " + pdf.getNumberOfPages())
          .contains(pdf.getNumberOfPages() + " / " + pdf.getNumberOfPages());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String size(Paper paper) {
    try (PDDocument pdf = read(List.of(), Language.ENGLISH, paper)) {
      PDPage page = pdf.getPage(0);
      PDRectangle box = page.getMediaBox();
      return Math.round(box.getWidth()) + " x " + Math.round(box.getHeight());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(List<StatementLine> lines, Language language) {
    try (PDDocument pdf = read(lines, language, Paper.A4)) {
      return new PDFTextStripper().getText(pdf);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PDDocument read(List<StatementLine> lines, Language language, Paper paper)
      throws IOException {
    return Loader.loadPDF(PAGE.pdf(StatementSamples.of(lines), language, paper));
  }
}
