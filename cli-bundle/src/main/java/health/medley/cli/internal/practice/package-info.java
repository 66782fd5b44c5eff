/** Reading a practice directory: its tables row by row, with every problem named by file, line and column. */
@NullMarked
package health.medley.cli.internal.practice;

import org.jspecify.annotations.NullMarked;
