package dev.redress.matching;

import java.util.List;

/**
 * One request that a line was compared with, and how it fared.
 *
 * @param request the source's id of the request
 * @param probability that the line belongs to this request, calibrated, from 0 to 1
 * @param priorBits log2 of the odds before any comparison
 * @param logOddsBits {@code priorBits} plus the bits of all signals, within 1e-6
 * @param chosen whether hours of the line were allocated to it
 * @param signals each comparison made, in the order of {@link Signal.Kind}
 */
public record Candidate(
    String request,
    double probability,
    double priorBits,
    double logOddsBits,
    boolean chosen,
    List<Signal> signals) {

  public Candidate {
    signals = List.copyOf(signals);
  }
}
