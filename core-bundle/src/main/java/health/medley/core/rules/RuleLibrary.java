package health.medley.core.rules;

import health.medley.core.Caller;
import health.medley.core.Cardinality;
import health.medley.core.Contract;
import health.medley.core.MedleyException;
import health.medley.core.Permission;
import health.medley.core.Requires;
import health.medley.core.ServiceMonth;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Hand out rule sets. Which version of a name answers is part of the routing, so one piece of work sees one version
 * from start to end; a set handed out stays usable after its bundle is gone.
 *
 * <p>Safe for concurrent use. Implemented by the switchboard alone.
 *
 * @since 1.0
 */
@Contract(Cardinality.SINGLE)
@ProviderType
public interface RuleLibrary {

    /**
     * Find the rules of a program for a month, under the caller's routing. Cost: a lookup.
     *
     * @param caller who asks
     * @param program the program, for example {@code ccm}
     * @param month the month in which the care was given
     * @return the one active rule set that covers both
     * @throws MedleyException {@code RULES_ABSENT} if none does, or two sets of different names do
     */
    RuleSet find(Caller caller, String program, ServiceMonth month);

    /**
     * Name the programs that active rule sets cover in a month, in alphabetical order, under the caller's routing. Cost: a look at each active
     * rule set.
     *
     * @param caller who asks
     * @param month the month in which the care was given
     */
    List<String> programs(Caller caller, ServiceMonth month);

    /**
     * List the installed rule sets, active or not, in the order of name, then version.
     *
     * @param caller who asks
     */
    @Requires(Permission.READ_PLATFORM)
    List<RuleSummary> list(Caller caller);

    /**
     * Find the installed rule set of exactly this name, version and content, active or not: what was decided by it can
     * then be decided again. Cost: a lookup.
     *
     * @param caller who asks
     * @param ref which
     * @return the rule set; empty if none with that content is installed
     */
    default Optional<RuleSet> installed(Caller caller, RuleRef ref) {
        return list(caller).stream()
                .filter(rules -> rules.active() && rules.ref().equals(ref))
                .map(rules -> find(caller, rules.program(), rules.from()))
                .filter(rules -> rules.ref().equals(ref))
                .findFirst();
    }

    /**
     * Read a rule bundle from a jar, or from a folder that holds {@code program.yaml} or
     * {@code src/main/resources/medley/rules/program.yaml}, without installing it.
     *
     * <p>The content is checked for its form only (names, sizes, text); whether the rules compile is billing's word.
     *
     * @param caller who asks
     * @param archive the jar or folder
     * @return the rule set
     * @throws MedleyException {@code FILE_UNREADABLE} if there is nothing at that path; {@code RULES_INVALID} if it is
     *     not a rule bundle, or holds code, or names itself differently in manifest and content
     */
    @Requires(Permission.READ_PLATFORM)
    RuleSet read(Caller caller, Path archive);
}
