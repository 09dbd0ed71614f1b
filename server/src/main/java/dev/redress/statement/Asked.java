package dev.redress.statement;

import dev.redress.request.Request;
import dev.redress.time.Hours;

/**
 * Something that the customer asked for, and how much of a line it explains.
 *
 * @param hours of the line; zero where it is only one of those that the line may be for
 */
public record Asked(Request request, Hours hours) {}
