/** The sample month, told from import to the calls that are due. */
@NullMarked
package dev.redress.cli.demo;

import org.jspecify.annotations.NullMarked;
