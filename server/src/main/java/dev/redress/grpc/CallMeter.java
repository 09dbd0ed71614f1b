package dev.redress.grpc;

/** Is told of each call when it ends. */
@FunctionalInterface
public interface CallMeter {

  /**
   * A call has ended.
   *
   * @param method by its bare name
   * @param code of its status, such as {@code OK}
   * @param nanos since it began
   */
  void ended(String method, String code, long nanos);
}
