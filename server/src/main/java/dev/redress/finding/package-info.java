/** What is wrong with a labor line, each rule a pure function. */
@NullMarked
package dev.redress.finding;

import org.jspecify.annotations.NullMarked;
