/**
 * The case of one customer over one invoice: its life cycle, its lines, its credits, its opening.
 */
@NullMarked
package dev.redress.dispute;

import org.jspecify.annotations.NullMarked;
