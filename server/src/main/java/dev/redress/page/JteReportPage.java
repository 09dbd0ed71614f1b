package dev.redress.page;

import dev.redress.report.AgeingReport;
import dev.redress.report.CallsReport;
import dev.redress.report.LeakageReport;
import dev.redress.report.Report;
import dev.redress.report.ReportPage;
import dev.redress.report.UpstreamReport;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;

/** Pages of reports from a template that was compiled with the program. */
public final class JteReportPage implements ReportPage {
  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

  @Override
  public byte[] html(Report report) {
    ReportView view =
        switch (report) {
          case LeakageReport leakage -> new LeakageView(leakage).view();
          case AgeingReport ageing -> new AgeingView(ageing).view();
          case CallsReport calls -> new CallsView(calls).view();
          case UpstreamReport upstream -> new UpstreamView(upstream).view();
        };
    Utf8ByteOutput output = new Utf8ByteOutput();
    engine.render("report.jte", view, output);
    return output.toByteArray();
  }
}
