package dev.redress.matching;

import java.util.Arrays;

/** The best of the requests that are offered, whatever their order; of equals the first by id. */
final class Shortlist {
  private final int[] requests;
  private final double[] values;
  private int size;

  /** Nothing below this is good enough any more. */
  private double least = Double.NEGATIVE_INFINITY;

  Shortlist(int sizeMax) {
    requests = new int[sizeMax];
    values = new double[sizeMax];
  }

  /** Takes a request if it is good enough. */
  void offer(int request, double value) {
    if (value < least || (size == requests.length && !isBefore(request, value, size - 1))) {
      return;
    }
    int at = size < requests.length ? size++ : size - 1;
    for (; at > 0 && isBefore(request, value, at - 1); at--) {
      requests[at] = requests[at - 1];
      values[at] = values[at - 1];
    }
    requests[at] = request;
    values[at] = value;
    if (size == requests.length) {
      least = values[size - 1];
    }
  }

  /** The requests, best first. */
  int[] requests() {
    return Arrays.copyOf(requests, size);
  }

  private boolean isBefore(int request, double value, int place) {
    return value > values[place] || (value == values[place] && request < requests[place]);
  }
}
