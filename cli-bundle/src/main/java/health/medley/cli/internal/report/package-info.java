/** What is written and shown: result files, JSON and tables for people. */
@NullMarked
package health.medley.cli.internal.report;

import org.jspecify.annotations.NullMarked;
