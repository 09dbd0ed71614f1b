/** What customers asked for, and the work that technicians logged on it. */
@NullMarked
package dev.redress.request;

import org.jspecify.annotations.NullMarked;
