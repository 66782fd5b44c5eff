package health.medley.eligibility.internal.enrollment;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.eligibility.ConsentTaken;
import health.medley.core.eligibility.KeptConsent;
import health.medley.core.practice.InitiatingVisit;
import health.medley.core.practice.OtherCode;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks what people state before it is kept. What is lacking is kept and said; what cannot be is refused. */
final class Stated {

    private static final Pattern NPI = Pattern.compile("\\d{10}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,39}");
    private static final Pattern PROGRAM = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern VISIT_CODE = Pattern.compile("[0-9A-Z]\\d{3}[0-9A-Z]");
    private static final int LONGEST_WORDS = 500;

    private Stated() {}

    static String npi(String npi) {
        if (!NPI.matcher(npi).matches()) {
            throw invalid("an NPI", "it is not ten digits");
        }
        return npi;
    }

    static String program(String program) {
        if (!PROGRAM.matcher(program).matches()) {
            throw invalid("a program", "expected its short name in lower case, for example ccm");
        }
        return program;
    }

    /** A role or track. */
    static String name(String name, String what) {
        if (!NAME.matcher(name).matches()) {
            throw invalid(what, "expected a short name of letters, digits, _ and -");
        }
        return name;
    }

    /** A reason that must be given. */
    static String reason(String reason, String what) {
        if (reason.isBlank()) {
            throw invalid(what, "the reason is missing; say why in a few words");
        }
        return words(reason, what);
    }

    /** Words that may be missing. */
    static String words(String words, String what) {
        if (words.length() > LONGEST_WORDS) {
            throw invalid(what, words.length() + " characters; expected at most " + LONGEST_WORDS);
        }
        return words.strip();
    }

    static KeptConsent consent(ConsentTaken taken, String ownNpi, Today today) {
        today.notToCome(taken.date(), "a consent");
        taken.items().forEach(item -> name(item, "an item told before consenting"));
        return new KeptConsent(
                taken.date(),
                taken.form(),
                taken.items(),
                words(taken.takenBy(), "who took a consent"),
                npi(taken.practitionerNpi().orElse(ownNpi)),
                today.now());
    }

    static Optional<InitiatingVisit> visit(Optional<InitiatingVisit> stated, Today today) {
        stated.ifPresent(visit -> {
            today.notToCome(visit.day(), "an initiating visit");
            if (!VISIT_CODE.matcher(visit.code()).matches()) {
                throw invalid("an initiating visit", "its code is no CPT or HCPCS code of five characters");
            }
            visit.npi().filter(npi -> !npi.equals(OtherCode.US)).ifPresent(Stated::npi);
        });
        return stated;
    }

    private static MedleyException invalid(String what, String problem) {
        return new MedleyException(ErrorCode.ARGUMENT_INVALID, "Stating " + what + ": " + problem);
    }
}
