package dev.redress.persistence;

import java.util.List;

/** Statements on {@code authority_limit}. */
interface AuthorityMapper {
  List<AuthorityLimitRow> all(String providerId);

  int insert(AuthorityLimitRow row);

  int update(AuthorityLimitRow row);

  int delete(AuthorityLimitRow row);
}
