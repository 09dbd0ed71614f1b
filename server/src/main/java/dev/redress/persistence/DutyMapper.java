package dev.redress.persistence;

import dev.redress.escalation.DutyKey;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Statements on what can be late, a set for each kind of duty. */
interface DutyMapper {
  Optional<DutyRow> findCallback(@Param("key") DutyKey key);

  List<DutyKeyRow> unwatchedCallbacks(int countMax);

  int holdCallback(DutyKey key, long version);

  Optional<DutyRow> findResponse(@Param("key") DutyKey key);

  List<DutyKeyRow> unwatchedResponses(int countMax);

  int holdResponse(DutyKey key, long version);

  Optional<DutyRow> findResolution(@Param("key") DutyKey key);

  List<DutyKeyRow> unwatchedResolutions(int countMax);

  int holdResolution(DutyKey key, long version);

  Optional<DutyRow> findPromise(@Param("key") DutyKey key);

  List<DutyKeyRow> unwatchedPromises(int countMax);

  int holdPromise(DutyKey key, long version);

  Optional<DutyRow> findHandoff(@Param("key") DutyKey key);

  List<DutyKeyRow> unwatchedHandoffs(int countMax);

  int holdHandoff(DutyKey key, long version);
}
