package health.medley.billing.internal.check;

import health.medley.billing.internal.check.RuleTree.Items;
import health.medley.billing.internal.check.RuleTree.Keys;
import health.medley.billing.internal.check.RuleTree.Text;
import health.medley.core.rules.RuleSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Change every value of a rule set, one at a time. */
final class RuleMutations {
    private static final Set<String> NO_VALUES = Set.of(
            "source", "verified", "label", "meaning", "unit", "payer", "sentences", "doubtful", "months", "version");
    /** Keys of an entry that is about one reason or group. */
    private static final Set<String> REASONED = Set.of("fails-as", "says", "codes", "service");

    private static final Set<String> WORDS = Set.of("code", "modifier", "default", "kind", "program", "base");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern AMOUNT = Pattern.compile("(-?\\d+)\\s*(min|h|s)");
    private static final Pattern NUMBER = Pattern.compile("(-?\\d+)(\\s+\\p{Alpha}[\\p{Alpha} ]*)?");
    private static final Pattern RANGE = Pattern.compile("(\\d{5})-(\\d{5})");
    private static final Map<String, Integer> SECONDS = Map.of("min", 60, "h", 3600, "s", 1);

    private final RuleSet rules;
    private final Map<String, RuleTree> files = new TreeMap<>();
    private final Kinds kinds;
    private final List<Mutant> mutants = new ArrayList<>();
    private String file = "";
    private Set<String> about = Set.of();

    private RuleMutations(RuleSet rules) {
        this.rules = rules;
        rules.files().forEach((name, text) -> {
            if (name.endsWith(".yaml")) {
                files.put(name, RuleTree.read(text));
            }
        });
        this.kinds = new Kinds(files);
    }

    static List<Mutant> of(RuleSet rules) {
        RuleMutations made = new RuleMutations(rules);
        made.files.forEach((name, tree) -> {
            made.file = name;
            made.about = new HashSet<>();
            if (name.startsWith("codes/")) {
                made.about.add(((Keys) tree).text("code"));
                RuleTree.texts(tree.find("time"), made.about);
                RuleTree.texts(tree.find("units"), made.about);
            }
            made.keys("", (Keys) tree);
        });
        made.mutants.addAll(TableMutations.of(rules));
        return made.mutants;
    }

    private void keys(String path, Keys keys) {
        keys.entries().forEach((key, value) -> {
            if (!NO_VALUES.contains(key) && !named(path, key)) {
                if (path.equals("parameters")) {
                    about = new HashSet<>(Set.of(key));
                }
                node(path.isEmpty() ? key : path + "." + key, key, value, keys);
            }
        });
    }

    /** A name that only people read, or that is nothing but what others refer to. */
    private boolean named(String path, String key) {
        return key.equals("name") && !path.startsWith("tracks");
    }

    private void node(String path, String key, RuleTree node, Keys parent) {
        if (node instanceof Keys keys) {
            Set<String> outside = about;
            if (keys.entries().keySet().stream().anyMatch(REASONED::contains)) {
                about = new HashSet<>();
                RuleTree.texts(keys, about);
            }
            keys(path, keys);
            about = outside;
        } else if (node instanceof Items list) {
            items(path, key, list, parent);
        } else if (node instanceof Text text) {
            scalar(path, key, text, parent);
        }
    }

    private void items(String path, String key, Items list, Keys parent) {
        // an item of the order of reasons goes with its sentence, so dropping it alone would only fail to compile
        boolean order = file.equals("reasons.yaml");
        for (int i = 0; i < list.items().size(); i++) {
            RuleTree item = list.items().get(i);
            String at = path + "[" + i + "]";
            if (!order || item instanceof Text) {
                String text = order ? reasonless((Text) item) : RuleTree.write(files.get(file), item, null);
                add(item, at, brief(item), "left out", List.of(text));
            }
            if (item instanceof Text text) {
                ends(at, text);
            } else {
                node(at, key, item, parent);
            }
        }
    }

    private String reasonless(Text reason) {
        Keys root = (Keys) files.get(file);
        Map<String, RuleTree> entries = new LinkedHashMap<>(root.entries());
        Map<String, RuleTree> sentences = new LinkedHashMap<>(((Keys) entries.get("sentences")).entries());
        if (kinds.timesInOrder(reason.text()) == 1) {
            sentences.remove(reason.text());
        }
        entries.put("sentences", new Keys(0, sentences));
        return RuleTree.write(new Keys(0, entries), reason, null);
    }

    private void scalar(String path, String key, Text node, Keys parent) {
        String text = node.text();
        if (key.equals("performed-by") && !text.equals("practitioner")) {
            // but for the practitioner, whose time the kernel guards, it is a text for people
            return;
        }
        Matcher amount = AMOUNT.matcher(text);
        Matcher number = NUMBER.matcher(text);
        if (DATE.matcher(text).matches()) {
            day(path, key, node, parent);
        } else if (amount.matches()) {
            long seconds = Long.parseLong(amount.group(1)) * SECONDS.get(amount.group(2));
            step(path, node, seconds, " s");
        } else if (number.matches() && !WORDS.contains(key)) {
            step(path, node, Long.parseLong(number.group(1)), number.group(2) == null ? "" : number.group(2));
        } else {
            List<List<String>> choices = kinds.others(file, path, key, text, parent);
            choices.forEach(candidates -> word(path, node, candidates));
        }
    }

    private void ends(String path, Text node) {
        Matcher range = RANGE.matcher(node.text());
        if (range.matches()) {
            int from = Integer.parseInt(range.group(1));
            int to = Integer.parseInt(range.group(2));
            replace(path, node, "%05d-%05d".formatted(from + 1, to));
            replace(path, node, "%05d-%05d".formatted(from, to - 1));
        }
    }

    private void step(String path, Text node, long number, String unit) {
        replace(path, node, number + 1 + unit);
        if (number > 0) {
            replace(path, node, number - 1 + unit);
        }
    }

    private void day(String path, String key, Text node, Keys parent) {
        LocalDate first = rules.from().firstDay();
        LocalDate last = rules.to().lastDay();
        LocalDate day = LocalDate.parse(node.text());
        Set<LocalDate> others = new LinkedHashSet<>();
        if (key.equals("from")) {
            String to = parent.text("to");
            boolean over = DATE.matcher(to).matches() && LocalDate.parse(to).isBefore(first);
            if (over || day.isAfter(last)) {
                others.add(over ? day : first);
            } else {
                others.add(last.plusDays(1));
            }
        } else if (key.equals("to")) {
            LocalDate from =
                    DATE.matcher(parent.text("from")).matches() ? LocalDate.parse(parent.text("from")) : LocalDate.MIN;
            LocalDate before = first.minusDays(1);
            others.add(day.isBefore(first) ? last : from.isAfter(before) ? from : before);
        }
        boolean began = key.equals("from") && day.isAfter(first) && !day.isAfter(last);
        boolean ended = key.equals("to") && !day.isBefore(first) && !day.isAfter(last);
        if (began || ended) {
            others.add(day.minusDays(1));
        }
        if (began || ended && day.isBefore(last)) {
            others.add(day.plusDays(1));
        }
        others.remove(day);
        others.forEach(other -> {
            String text = rule(node, other.toString());
            // a last day far away bounds the new first day
            String to = parent.text("to");
            boolean beyond = key.equals("from") && DATE.matcher(to).matches() && to.compareTo(other.toString()) < 0;
            add(node, path, node.text(), other.toString(), beyond ? List.of(removed(parent)) : List.of(text));
        });
    }

    /** An entry whose days ended within the months and may not begin after them: it is left out. */
    private String removed(Keys parent) {
        return RuleTree.write(
                files.get(file),
                parent.entries().get("from"),
                rules.to().lastDay().plusDays(1) + "");
    }

    private void word(String path, Text node, List<String> candidates) {
        if (!candidates.isEmpty()) {
            List<String> texts =
                    candidates.stream().map(other -> rule(node, other)).toList();
            add(node, path, node.text(), String.join(" or ", candidates), texts);
        }
    }

    private void replace(String path, Text node, String by) {
        add(node, path, node.text(), by, List.of(rule(node, by)));
    }

    private String rule(Text node, String by) {
        return RuleTree.write(files.get(file), node, by);
    }

    private void add(RuleTree node, String path, String value, String change, List<String> texts) {
        Set<String> words = new HashSet<>(about);
        RuleTree.texts(node, words);
        words.addAll(List.of(change.split(" or ")));
        mutants.add(new Mutant(file, node.line(), path, value, change, words, texts));
    }

    private static String brief(RuleTree node) {
        if (node instanceof Text text) {
            return text.text();
        }
        if (node instanceof Keys keys) {
            for (String key : List.of("fails-as", "says", "name", "fact", "group", "stage")) {
                if (!keys.text(key).isEmpty()) {
                    return "{" + key + ": " + keys.text(key) + "}";
                }
            }
        }
        return "item";
    }
}
