package dev.redress.brief;

import dev.redress.dispute.DisputedLine;
import dev.redress.finding.FindingCode;
import dev.redress.invoice.LaborLine;
import dev.redress.matching.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A disputed line with what is known of it.
 *
 * @param claims what is said against it, one for each reason; 1 or more
 * @param verdict the current one; absent where nobody has looked yet
 * @param findings what else is wrong with it
 */
public record BilledLine(
    LaborLine line,
    List<DisputedLine> claims,
    @Nullable Verdict verdict,
    List<FindingCode> findings) {}
