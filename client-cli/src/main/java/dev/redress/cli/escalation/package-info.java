/** Commands about calls and other things that are late, and about who is told. */
@NullMarked
package dev.redress.cli.escalation;

import org.jspecify.annotations.NullMarked;
