package health.medley.core.billing;

import java.util.List;

/**
 * Say what the correction of a patient's month changed.
 *
 * @param determinations the determinations that are another now, with their new versions
 * @param claims the claims that were taken back, the voids, and what replaces them
 */
public record Correction(List<KeptDetermination> determinations, List<Claim> claims) {
    /** Copy the lists. */
    public Correction {
        determinations = List.copyOf(determinations);
        claims = List.copyOf(claims);
    }
}
