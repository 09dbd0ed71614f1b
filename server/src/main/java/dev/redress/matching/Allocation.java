package dev.redress.matching;

import dev.redress.time.Hours;

/**
 * The part of a labor line that one request or time entry backs.
 *
 * @param request the source's id of the request
 * @param timeEntry the source's id of the time entry, empty where the request has none or a clerk
 *     gave it more hours than its time entries have left
 * @param hours backed, at most what is left of the time entry; more than zero unless the line
 *     itself has zero hours or nothing was left (a later finding says so)
 */
public record Allocation(String request, String timeEntry, Hours hours) {}
