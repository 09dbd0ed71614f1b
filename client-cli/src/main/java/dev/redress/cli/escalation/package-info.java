/** Commands about calls that nobody makes, and about who is told. */
@NullMarked
package dev.redress.cli.escalation;

import org.jspecify.annotations.NullMarked;
