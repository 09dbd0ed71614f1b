/**
 * Makes labor lines, requests and time entries of any number, with the truth about each line, for
 * benchmarks and tests. Everything is a function of {@link
 * dev.redress.cli.generate.GeneratorSettings}: same settings, same bytes.
 */
@NullMarked
package dev.redress.cli.generate;

import org.jspecify.annotations.NullMarked;
