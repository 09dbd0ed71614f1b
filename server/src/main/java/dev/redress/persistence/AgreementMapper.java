package dev.redress.persistence;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Statements on {@code agreement} and {@code agreement_rate}. */
interface AgreementMapper {
  Optional<AgreementRow> find(String providerId, String customerId, String agreementId);

  List<AgreementRow> list(String providerId, String customerId, String afterId, int countMax);

  List<AgreementRow> all(String providerId, String customerId);

  int count(String providerId, String customerId);

  List<AgreementRow> overlapping(
      String providerId, String customerId, String agreementId, LocalDate from, LocalDate until);

  List<AgreementRateRow> rates(String providerId, String customerId, String firstId, String lastId);

  int insert(AgreementRow row);

  int update(AgreementRow row);

  int insertRate(AgreementRateRow row);

  int deleteRates(String providerId, String customerId, String agreementId);
}
