package dev.redress.page;

/**
 * A row of the summary.
 *
 * @param kind a class of the page
 */
public record PageSum(String name, String kind, String lines, String hours, String amount) {}
