package health.medley.core.careplan;

import java.util.Objects;

/**
 * Name a member of the care team.
 *
 * @param name the person's name
 * @param role what the person does in the team
 * @param contact how the patient reaches the person; may be empty
 */
public record CareTeamMember(String name, String role, String contact) {
    /** Check that no part is null. */
    public CareTeamMember {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(contact, "contact");
    }
}
