/** Commands about the answers for labor lines and why they were given. */
@NullMarked
package dev.redress.cli.verdict;

import org.jspecify.annotations.NullMarked;
