/** The commands, one class each, and the words they share. */
@NullMarked
package health.medley.cli.internal.command;

import org.jspecify.annotations.NullMarked;
