/** Why a command fails: one sentence for people and one exit code for scripts. */
@NullMarked
package dev.redress.cli.failure;

import org.jspecify.annotations.NullMarked;
