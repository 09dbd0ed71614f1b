package dev.redress.ingest;

/** Which number stands first in dates such as {@code 03/04/2024}. */
public enum DateOrder {
  /** The day: the third of April. */
  DMY,
  /** The month: the fourth of March. */
  MDY
}
