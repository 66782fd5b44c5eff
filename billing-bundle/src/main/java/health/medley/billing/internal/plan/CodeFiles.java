package health.medley.billing.internal.plan;

import health.medley.billing.internal.reading.RuleNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Read {@code codes/*.yaml}: one file for each code. */
final class CodeFiles {
    private static final String CODE = "[0-9A-Z]\\d{3}[0-9A-Z]";

    private final ProgramFile program;
    private final List<RuleNode> files;
    private final Map<Key, RuleNode> byCode = new LinkedHashMap<>();
    private final List<String> families = new ArrayList<>();

    /** A code of a family; other families may have rules of their own for the same code. */
    private record Key(String family, String code) {}

    CodeFiles(ProgramFile program, List<RuleNode> files) {
        this.program = program;
        this.files = files;
        for (RuleNode file : files) {
            String code = file.needText("code");
            String family = file.needText("family");
            if (!code.matches(CODE)) {
                file.fail(
                        "The code " + code + " is not one.", "Write five characters in quotes, for example \"99490\".");
            }
            if (byCode.put(new Key(family, code), file) != null) {
                file.fail(
                        "The code " + code + " has two files in the family " + family + ".",
                        "Keep one of them, or give each its own family.");
            }
            if (!families.contains(family)) {
                families.add(family);
            }
        }
        // the order of families is that of the tracks: it settles equal amounts and the order of explanations
        List<String> named = program.tracks.stream()
                .flatMap(track -> track.tries().texts().stream())
                .distinct()
                .toList();
        families.sort(Comparator.comparingInt(name -> named.contains(name) ? named.indexOf(name) : named.size()));
    }

    /** The families of every service. */
    List<String> families() {
        return families;
    }

    /** The codes of every service. */
    Set<String> codes() {
        return byCode.keySet().stream().map(Key::code).collect(Collectors.toSet());
    }

    /** The families a service's tracks try, in order; those that no track tries are the first service's. */
    List<String> families(String service) {
        Set<String> tried = tried(program.tracksOf(service));
        Set<String> triedByAny = tried(program.tracks);
        boolean first = program.services().get(0).equals(service);
        return families.stream()
                .filter(name -> tried.contains(name) || first && !triedByAny.contains(name))
                .toList();
    }

    /** The families and codes of a service among all of them. */
    ServiceCodes of(String service) {
        return new ServiceCodes(families(service), families, codes(), places(service));
    }

    /** Where each code of a service stands: its family's number times {@link ServiceCodes#FAMILY}, and 0 for a base. */
    private Map<String, List<Long>> places(String service) {
        Map<String, List<Long>> places = new HashMap<>();
        List<String> own = families(service);
        for (int family = 0; family < own.size(); family++) {
            long next = 1;
            for (Map.Entry<Key, RuleNode> entry : byCode.entrySet()) {
                if (entry.getKey().family().equals(own.get(family))) {
                    long place = entry.getValue().find("adds-to").isPresent() ? next++ : 0;
                    places.computeIfAbsent(entry.getKey().code(), added -> new ArrayList<>())
                            .add(family * ServiceCodes.FAMILY + place);
                }
            }
        }
        return places;
    }

    private static Set<String> tried(List<ProgramFile.Track> tracks) {
        return tracks.stream().flatMap(track -> track.tries().texts().stream()).collect(Collectors.toSet());
    }

    List<Family> read(
            String service, Slots slots, ReasonOrder order, CheckFiles checks, Map<String, Parameter> parameters) {
        List<Family> found = new ArrayList<>();
        CodeReader reader = new CodeReader(program, service, slots, order, parameters);
        for (String name : families(service)) {
            List<CodeRule> rules = new ArrayList<>();
            Map<String, List<Check>> needs = new LinkedHashMap<>();
            byCode.forEach((key, file) -> {
                if (key.family().equals(name)) {
                    rules.add(reader.read(key.code(), file));
                    needs.put(key.code(), checks.needs(file));
                }
            });
            family(name, found.size(), rules, needs).ifPresent(found::add);
        }
        return found;
    }

    private Optional<Family> family(String name, int number, List<CodeRule> members, Map<String, List<Check>> needs) {
        List<CodeRule> bases =
                members.stream().filter(code -> code.addsTo().isEmpty()).toList();
        RuleNode first = file(members.get(0));
        if (bases.size() != 1 || members.size() > 1 + PlanDecision.MOST_ADD_ONS) {
            first.fail(
                    "The family " + name + " has " + bases.size() + " bases and " + members.size() + " codes.",
                    "Give a family one base and at most " + PlanDecision.MOST_ADD_ONS + " add-ons.");
            return Optional.empty();
        }
        CodeRule base = bases.get(0);
        List<CodeRule> addOns =
                members.stream().filter(code -> code.addsTo().isPresent()).toList();
        for (CodeRule addOn : addOns) {
            if (!addOn.addsTo().equals(Optional.of(base.code()))) {
                file(addOn)
                        .fail(
                                "The add-on adds to " + addOn.addsTo().orElse("") + ", which is not its family's base.",
                                "Add it to " + base.code() + ", or name the family of its base.");
            }
        }
        return Optional.of(new Family(
                name,
                number,
                base,
                addOns,
                needs.getOrDefault(base.code(), List.of()),
                addOns.stream()
                        .map(addOn -> needs.getOrDefault(addOn.code(), List.of()))
                        .toList()));
    }

    private RuleNode file(CodeRule code) {
        return Optional.ofNullable(byCode.get(new Key(code.family(), code.code())))
                .orElseThrow();
    }
}
