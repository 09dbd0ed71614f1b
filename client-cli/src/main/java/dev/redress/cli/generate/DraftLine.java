package dev.redress.cli.generate;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A labor line being generated. Its id is given when the customer's lines are in the order of the
 * invoices, so that ids say nothing about requests.
 */
final class DraftLine {
  /** The month that the invoice bills, by which it is named. */
  final YearMonth invoiceMonth;

  final LocalDate workDate;

  /** Empty if the invoice does not say. */
  final String technician;

  final int hoursHundredths;
  final String description;

  /** Id of the request in a field of its own; mostly empty. */
  final String reference;

  final String workType;

  /** The true requests, none if nobody asked. */
  final List<DraftRequest> requests;

  /** Part of the data: train, calibrate or test. */
  final String split;

  /** The line that this one bills again. */
  final @Nullable DraftLine original;

  private final List<String[]> faults = new ArrayList<>();
  private String id = "";

  /** A line on the invoice of the month of its work. */
  DraftLine(
      LocalDate workDate,
      String technician,
      int hoursHundredths,
      String description,
      String reference,
      String workType,
      List<DraftRequest> requests,
      String split) {
    this.invoiceMonth = YearMonth.from(workDate);
    this.workDate = workDate;
    this.technician = technician;
    this.hoursHundredths = hoursHundredths;
    this.description = description;
    this.reference = reference;
    this.workType = workType;
    this.requests = List.copyOf(requests);
    this.split = split;
    this.original = null;
  }

  /** The original billed again on the invoice of a month. */
  DraftLine(DraftLine original, YearMonth invoiceMonth) {
    this.invoiceMonth = invoiceMonth;
    this.workDate = original.workDate;
    this.technician = original.technician;
    this.hoursHundredths = original.hoursHundredths;
    this.description = original.description;
    this.reference = original.reference;
    this.workType = original.workType;
    this.requests = original.requests;
    this.split = original.split;
    this.original = original;
  }

  /** The line's id, empty before it is numbered. */
  String id() {
    return id;
  }

  /** Gives the line its id. */
  void number(String newId) {
    id = newId;
  }

  /** Notes a fault put in, with the detail that {@link Fault} names. */
  void blame(Fault fault, String detail) {
    faults.add(new String[] {fault.name(), detail});
  }

  /** The faults put in, each a code and its detail. */
  List<String[]> faults() {
    return faults;
  }
}
