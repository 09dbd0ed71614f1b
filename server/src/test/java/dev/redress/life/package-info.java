/**
 * What people do in the life of a dispute, made up at random: for the tests that compare each
 * answer with a model, and for those that kill servers meanwhile.
 */
@NullMarked
package dev.redress.life;

import org.jspecify.annotations.NullMarked;
