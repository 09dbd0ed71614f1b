/** Business hours and holidays as options and as text, for providers and customers alike. */
@NullMarked
package dev.redress.cli.calendar;

import org.jspecify.annotations.NullMarked;
