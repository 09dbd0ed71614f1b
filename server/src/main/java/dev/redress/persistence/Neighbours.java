package dev.redress.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.apache.ibatis.session.ResultContext;
import org.apache.ibatis.session.ResultHandler;

/**
 * Puts rows together that stand next to each other and belong together, and hands each group on as
 * soon as it is whole: no more than one group is held.
 */
final class Neighbours<R> implements ResultHandler<R> {
  private final BiPredicate<R, R> together;
  private final Consumer<List<R>> groups;
  private List<R> group = new ArrayList<>();

  Neighbours(BiPredicate<R, R> together, Consumer<List<R>> groups) {
    this.together = together;
    this.groups = groups;
  }

  @Override
  public void handleResult(ResultContext<? extends R> context) {
    R row = context.getResultObject();
    if (!group.isEmpty() && !together.test(group.getFirst(), row)) {
      end();
    }
    group.add(row);
  }

  /** Hands on the last group; nothing follows. */
  void end() {
    if (!group.isEmpty()) {
      groups.accept(group);
      group = new ArrayList<>();
    }
  }
}
