/** Values of options that several commands read. */
@NullMarked
package dev.redress.cli.option;

import org.jspecify.annotations.NullMarked;
