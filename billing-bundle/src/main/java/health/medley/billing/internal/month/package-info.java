/** Takes months from open to closed: reads their facts from the record, freezes determinations, drafts claims. */
@NullMarked
package health.medley.billing.internal.month;

import org.jspecify.annotations.NullMarked;
