package dev.redress.page;

/** Something that the head of a page says. */
public record PageFact(String name, String value) {}
