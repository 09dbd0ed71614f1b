package dev.redress.reconciliation;

import dev.redress.finding.Finding;
import dev.redress.finding.FindingMode;
import org.jspecify.annotations.Nullable;

/**
 * A finding of the last run over its customer.
 *
 * @param mode what followed from it by the rules of that run
 * @param dismissal present where a clerk dismissed it and the line has not changed since
 * @param sameLine whether the line is as it was when the run looked at it
 */
public record KnownFinding(
    Finding finding, FindingMode mode, @Nullable Dismissal dismissal, boolean sameLine) {}
