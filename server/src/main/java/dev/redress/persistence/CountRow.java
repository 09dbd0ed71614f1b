package dev.redress.persistence;

/** A number for each id. */
record CountRow(String id, long number) {}
