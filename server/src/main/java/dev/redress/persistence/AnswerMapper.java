package dev.redress.persistence;

import java.util.List;

/** Statements on {@code answered_request}. */
interface AnswerMapper {
  List<AnswerRow> parts(String providerId, String requestId);

  int insert(AnswerRow row);
}
