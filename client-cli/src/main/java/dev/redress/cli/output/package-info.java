/** Answers as tables, JSON and CSV, and what a terminal can show of them. */
@NullMarked
package dev.redress.cli.output;

import org.jspecify.annotations.NullMarked;
