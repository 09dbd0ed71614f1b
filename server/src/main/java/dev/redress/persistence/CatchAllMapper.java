package dev.redress.persistence;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Statements on the table swallowed_line. */
interface CatchAllMapper {
  void insert(SwallowedRow row);

  int deleteSuperseded(String providerId, String customerId);

  List<CatchAllRow> list(
      @Param("scope") ReportScope scope,
      @Param("after") @Nullable RequestKey after,
      @Param("countMax") int countMax);

  /** A place in the list. */
  record RequestKey(String customerId, String requestId) {}
}
