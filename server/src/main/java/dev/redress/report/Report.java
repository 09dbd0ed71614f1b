package dev.redress.report;

/** Something that can be shown as a page. */
public sealed interface Report permits LeakageReport, AgeingReport, CallsReport, UpstreamReport {

  /** Of whom it is, and of when. */
  ReportHead head();
}
