/** The numbers that lines are matched by: fitted to decisions, shown, chosen, and replayed. */
@NullMarked
package dev.redress.cli.model;

import org.jspecify.annotations.NullMarked;
