package health.medley.core.referral;

import java.util.Optional;

/**
 * Name who is to see the patient.
 *
 * @param name a practitioner, practice or service
 * @param specialty its specialty, in words
 * @param npi its NPI; empty if not known
 * @param address where the gateway finds it, in the gateway's own form; empty where the gateway knows
 */
public record ReferralRecipient(String name, String specialty, Optional<String> npi, Optional<String> address) {
    /** Check the words. */
    public ReferralRecipient {
        ReferralWords.name(name, "recipient's name");
        ReferralWords.name(specialty, "specialty");
        npi.ifPresent(given -> ReferralWords.check(
                given.matches("[0-9]{10}"), "the recipient's NPI is not of ten digits; leave it out"));
        ReferralWords.name(address, "recipient's address");
    }
}
