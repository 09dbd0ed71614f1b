/** Commands about money given back. */
@NullMarked
package dev.redress.cli.credit;

import org.jspecify.annotations.NullMarked;
