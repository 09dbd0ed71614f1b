package dev.redress.persistence;

import java.util.List;

/** Statements that look at what was done for other customers. */
interface ElsewhereMapper {
  List<BilledElsewhereRow> billed(String providerId, String customerId, long dayHoursMax);

  List<LoggedElsewhereRow> logged(String providerId, String customerId);

  List<MeantElsewhereRow> named(String providerId, String customerId);

  List<MeantElsewhereRow> alike(String providerId, String customerId, long roundedUpMax);

  List<BilledElsewhereRow> billedOn(
      String providerId, String customerId, List<TechnicianDayRow> days);

  List<RequestElsewhereRow> requestsNamed(String providerId, String customerId, List<String> ids);

  List<EntryElsewhereRow> entriesOn(
      String providerId, String customerId, List<TechnicianDayRow> days);
}
