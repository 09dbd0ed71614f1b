/** Where holidays come from: a library that knows public ones, and iCalendar files. */
@NullMarked
package dev.redress.calendar;

import org.jspecify.annotations.NullMarked;
