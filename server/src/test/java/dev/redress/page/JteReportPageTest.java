package dev.redress.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.report.AgeingQuery.By;
import dev.redress.report.Report;
import dev.redress.report.ReportSamples;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the page of a report holds, whatever it is told. */
class JteReportPageTest {
  private static final JteReportPage PAGE = new JteReportPage();
  private static final String HOSTILE = "\"><script>alert(1)</script>' onmouseover='x";

  static Stream<Report> reports() {
    List<String> names = List.of("Tom Bell", "Mia", HOSTILE);
    return Stream.of(
        ReportSamples.leakage(50, names),
        ReportSamples.ageing(By.CUSTOMER, names),
        ReportSamples.calls(names),
        ReportSamples.upstream(names));
  }

  @ParameterizedTest
  @MethodSource("reports")
  void html_isOnePageThatNeedsNothingElse(Report report) {
    String html = html(report);

    assertThat(html)
        .startsWith("<!DOCTYPE html>")
        .contains("<html lang=\"en\">", "<svg role=\"img\"", "<title>", "<desc>", "@page")
        .contains("Northgate IT")
        .doesNotContain("<script", "<link", "<img", "url(", "null");
    assertThat(html.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http");
  }

  @ParameterizedTest
  @MethodSource("reports")
  void html_showsHostileTextAndDoesNotObeyIt(Report report) {
    String html = html(report);

    assertThat(html).contains("&lt;script&gt;");
    // No attribute of a tag holds what was written by others.
    assertThat(Pattern.compile("<[^>]*onmouseover").matcher(html).find()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("reports")
  void rows_haveACellForEachColumn(Report report) {
    Matcher table = Pattern.compile("(?s)<thead>(.*?)</thead>(.*?)</table>").matcher(html(report));
    while (table.find()) {
      int columns = count(table.group(1), "<th ");
      for (String row : table.group(2).split("<tr>", -1)) {
        int cells = count(row, "<td>") + count(row, "<th ");
        assertThat(cells).isIn(0, columns);
      }
    }
  }

  @Test
  void leakage_keepsUnderbillingApartAndSaysThatItIsNoClaim() {
    assertThat(html(ReportSamples.leakage(50, List.of("Tom Bell"))))
        .contains("USD: billed too low")
        .contains("For your own knowledge: no customer owes it, and it is taken off no claim.")
        .contains("$0.50");
  }

  @Test
  void rows_beyondTheFirstAreOneRowAndOneBar() {
    List<String> many = IntStream.range(0, 30).mapToObj(each -> "T" + each).toList();

    assertThat(html(ReportSamples.leakage(50, many))).contains(">T29<").contains("20 others");
    assertThat(html(ReportSamples.leakage(3, many)))
        .contains("27 others")
        .contains("all others")
        .doesNotContain(">T29<");
  }

  @Test
  void ageing_saysThatBandsAreDays() {
    assertThat(html(ReportSamples.ageing(By.AGE, List.of("VARN")))).contains("over 90 days");
  }

  @Test
  void calls_tellTimesInHoursAndMinutes() {
    assertThat(html(ReportSamples.calls(List.of("mia"))))
        .contains("7 h 00 min")
        .contains("1 h 00 min");
  }

  @Test
  void upstream_saysWhatToDoAndWhoseRequestItIs() {
    assertThat(html(ReportSamples.upstream(List.of("NG-1"))))
        .contains("Log work on the day it is done")
        .contains("NG-1 of Harbor Dental");
  }

  static Stream<Report> emptyReports() {
    return Stream.of(
        ReportSamples.leakage(50, List.of()),
        ReportSamples.ageing(By.AGE, List.of()),
        ReportSamples.calls(List.of()),
        ReportSamples.upstream(List.of()));
  }

  @ParameterizedTest
  @MethodSource("emptyReports")
  void emptyReport_saysSo(Report report) {
    assertThat(html(report)).contains("Nothing to show.").doesNotContain("<svg", "<table");
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  private static String html(Report report) {
    return new String(PAGE.html(report), StandardCharsets.UTF_8);
  }
}
