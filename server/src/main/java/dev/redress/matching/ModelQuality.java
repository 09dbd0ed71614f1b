package dev.redress.matching;

/**
 * How good the answers of a model are on lines of which it is known where they belong.
 *
 * @param lines of which it is known
 * @param firstRight lines whose best candidate is right; those that belong to none are not counted
 * @param withRequest lines that belong to a request
 * @param matched lines that were MATCHED
 * @param matchedRight those of them that belong to every request they were tied to
 * @param brier the mean square of how far the probability of the best candidate is from the truth,
 *     from 0 for perfect to 1 (Brier 1950); 0 without lines
 */
public record ModelQuality(
    int lines, int firstRight, int withRequest, int matched, int matchedRight, double brier) {}
