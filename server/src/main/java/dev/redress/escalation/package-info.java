/** Calls that nobody makes find somebody who sees to them, level by level. */
@NullMarked
package dev.redress.escalation;

import org.jspecify.annotations.NullMarked;
