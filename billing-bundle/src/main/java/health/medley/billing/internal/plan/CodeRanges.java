package health.medley.billing.internal.plan;

import health.medley.billing.internal.reading.RuleNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Read lists of codes, in which {@code "90951-90970"} means all of them. */
final class CodeRanges {
    private static final String CODE = "[0-9A-Z]\\d{3}[0-9A-Z]";
    private static final String RANGE = "\\d{5}-\\d{5}";
    private static final int LONGEST = 1000;

    private CodeRanges() {}

    static Set<String> read(Optional<RuleNode> list) {
        Set<String> codes = new TreeSet<>();
        for (RuleNode item : list.map(RuleNode::items).orElse(List.of())) {
            String text = item.text();
            if (text.matches(RANGE)) {
                int from = Integer.parseInt(text.substring(0, 5));
                int to = Integer.parseInt(text.substring(6));
                if (to < from || to - from > LONGEST) {
                    item.fail("The range is empty or too long.", "Write a range of at most " + LONGEST + " codes.");
                }
                for (int code = from; code <= Math.min(to, from + LONGEST); code++) {
                    codes.add("%05d".formatted(code));
                }
            } else if (text.matches(CODE)) {
                codes.add(text);
            } else {
                item.fail("This is not a code.", "Write five characters in quotes, or a range: \"99424-99427\".");
            }
        }
        return codes;
    }
}
