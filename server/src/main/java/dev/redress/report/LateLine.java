package dev.redress.report;

import dev.redress.money.Money;
import java.util.OptionalLong;

/**
 * A line whose work was logged late.
 *
 * @param amount what it costs
 * @param days how many days after the work; empty where the finding does not tell
 */
public record LateLine(String technician, Money amount, OptionalLong days) {}
