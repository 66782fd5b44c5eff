/** What every part of coordination needs of the practice: its days, its patients, its own settings. */
@NullMarked
package health.medley.coordination.internal.practice;

import org.jspecify.annotations.NullMarked;
