package health.medley.billing.internal.plan;

import health.medley.billing.internal.reading.RuleNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compile what the services of a rule set share, then each service. One for each compilation. */
final class ProgramCompiler {
    private final RuleFiles files;
    private final Map<String, String> overrides;

    ProgramCompiler(RuleFiles files, Map<String, String> overrides) {
        this.files = files;
        this.overrides = overrides;
    }

    Optional<RuleProgram> program() {
        ProgramFile program = new ProgramFile(files.need(RuleFiles.PROGRAM), files.rules);
        Map<String, Parameter> parameters = parameters(program);
        ReasonOrder order = new ReasonOrder(files.need(RuleFiles.REASONS));
        CodeFiles codes = new CodeFiles(program, files.codes());
        List<CodeGroup> groups = groups();
        Optional<PairEdits> edits = PairEdits.read(files, codes.codes());
        edits.ifPresent(found -> groups.addAll(found.groups()));
        List<PlanParts> services = new ArrayList<>();
        int appliesWhen = TestGraph.TRUE;
        for (String service : program.services()) {
            ServiceCompiler compiler = new ServiceCompiler(files, program, service, parameters, order);
            PlanParts parts = compiler.parts(codes, groups, edits, overrides);
            appliesWhen = services.isEmpty() ? compiler.appliesWhen() : appliesWhen;
            services.add(parts);
        }
        files.close();
        if (!files.problems.isEmpty()) {
            return Optional.empty();
        }
        List<RulePlan> plans = services.stream().map(RulePlan::new).toList();
        return Optional.of(new RuleProgram(plans, program, appliesWhen));
    }

    private Map<String, Parameter> parameters(ProgramFile program) {
        Map<String, Parameter> parameters = new LinkedHashMap<>(program.parameters);
        files.find(RuleFiles.ELIGIBILITY, "parameters").ifPresent(node -> ParameterList.read(node, parameters));
        new ParameterOverrides(program, parameters, files.problems).apply(overrides);
        return parameters;
    }

    private List<CodeGroup> groups() {
        List<CodeGroup> found = new ArrayList<>();
        for (RuleNode node : files.items(RuleFiles.CONFLICTS, "groups")) {
            Optional<RuleNode> valid = node.need("valid");
            LocalDate[] days = valid.map(Citations::days).orElse(Citations.ALWAYS);
            RuleClause clause = Citations.of(node, valid.flatMap(range -> range.find("from")));
            found.add(new CodeGroup(
                    node.needText("name"),
                    node.needText("label"),
                    CodeRanges.read(node.need("codes")),
                    days[0],
                    days[1],
                    true,
                    clause));
            valid.ifPresent(RuleNode::close);
            node.close();
        }
        return found;
    }
}
