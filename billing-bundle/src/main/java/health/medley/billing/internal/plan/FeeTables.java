package health.medley.billing.internal.plan;

import health.medley.billing.internal.reading.CsvTable;
import health.medley.billing.internal.reading.RuleProblems;
import health.medley.core.Money;
import health.medley.core.rules.RuleSet;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Read {@code fees.csv}. */
final class FeeTables {
    private static final String FEES = RuleFiles.FEES;
    private static final Set<String> FEE_COLUMNS = Set.of(
            "hcpcs",
            "effective_from",
            "effective_to",
            "work_rvu",
            "nonfac_pe_rvu",
            "fac_pe_rvu",
            "mp_rvu",
            "cf_basis",
            "conversion_factor",
            "national_nonfac_payment",
            "national_fac_payment",
            "source");

    private final RuleFiles files;
    private final RuleSet rules;
    private final RuleProblems problems;

    FeeTables(RuleFiles files) {
        this.files = files;
        this.rules = files.rules;
        this.problems = files.problems;
    }

    Fees read(String basis, List<CodeRule> codes) {
        List<Fee> rows = new ArrayList<>();
        String text = files.table(FEES);
        if (text != null) {
            CsvTable table = CsvTable.read(FEES, text, problems);
            if (!table.header().containsAll(FEE_COLUMNS)) {
                problems.add(
                        FEES, 1, "", String.join(",", table.header()), "Columns are missing.", "Write " + FEE_COLUMNS);
                table = CsvTable.read(FEES, "", problems);
            }
            for (CsvTable.Row row : table.rows()) {
                fee(row).filter(fee -> row.text("cf_basis").equals(basis)).ifPresent(rows::add);
            }
            if (rows.isEmpty()) {
                problems.add(
                        FEES,
                        0,
                        "cf_basis",
                        basis,
                        "No row has this basis.",
                        "Mend fees.basis in program.yaml, or the parameter fee-basis in practice.json.");
            }
        }
        overlaps(rows);
        codes.forEach(code -> gap(code, rows));
        return new Fees(
                rows, Localities.of(files), codes.stream().map(CodeRule::code).toList());
    }

    private void overlaps(List<Fee> rows) {
        for (Fee one : rows) {
            long there = rows.stream()
                    .filter(fee -> fee.code().equals(one.code()) && fee.validOn(one.from()))
                    .count();
            if (there > 1) {
                problems.add(
                        FEES,
                        0,
                        "hcpcs",
                        one.code(),
                        "Two rows give a fee for " + one.from() + ".",
                        "Keep one of them.");
            }
        }
    }

    /** Say the first day of the program's months on which a code is valid and has no fee though it has others. */
    private void gap(CodeRule code, List<Fee> rows) {
        List<Fee> own = rows.stream()
                .filter(fee -> fee.code().equals(code.code()))
                .sorted(Comparator.comparing(Fee::from))
                .toList();
        if (own.isEmpty()) {
            // without any fee the month is held until somebody knows the rate
            return;
        }
        LocalDate missing = latest(rules.from().firstDay(), code.from());
        LocalDate last = rules.to().lastDay().isBefore(code.to()) ? rules.to().lastDay() : code.to();
        Fee before = own.get(0);
        for (Fee fee : own) {
            // a row may end on the last day there is, after which there is none
            if (!fee.from().isAfter(missing) && fee.to().isBefore(last)) {
                missing = latest(missing, fee.to().plusDays(1));
                before = fee;
            } else if (!fee.from().isAfter(missing)) {
                return;
            }
        }
        if (!missing.isAfter(last)) {
            missing(before, missing);
        }
    }

    private void missing(Fee before, LocalDate day) {
        problems.add(
                FEES,
                before.line(),
                before.from().isAfter(day) ? "effective_from" : "effective_to",
                before.code(),
                "There is no fee for " + before.code() + " on " + day
                        + ", a day of the months the rules say they cover (program.yaml, clause months).",
                "Mend the days of the row, or add a row from " + day + " on.");
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private Optional<Fee> fee(CsvTable.Row row) {
        try {
            Fee fee = new Fee(
                    row.line(),
                    row.text("hcpcs"),
                    LocalDate.parse(row.text("effective_from")),
                    LocalDate.parse(row.text("effective_to")),
                    new BigDecimal(row.text("work_rvu")),
                    new BigDecimal(row.text("nonfac_pe_rvu")),
                    new BigDecimal(row.text("fac_pe_rvu")),
                    new BigDecimal(row.text("mp_rvu")),
                    new BigDecimal(row.text("conversion_factor")),
                    Money.parse(row.text("national_nonfac_payment")),
                    Money.parse(row.text("national_fac_payment")));
            agrees(row, fee);
            return Optional.of(fee);
        } catch (DateTimeException | NumberFormatException | ArithmeticException e) {
            problems.add(
                    FEES,
                    row.line(),
                    "",
                    row.text("hcpcs"),
                    "The row holds something that is not a day or a number.",
                    "Write days as YYYY-MM-DD, numbers with a point, and amounts with two decimals.");
            return Optional.empty();
        }
    }

    /** A fee is its RVUs times the conversion factor; a row that says otherwise is a mistake of typing. */
    private void agrees(CsvTable.Row row, Fee fee) {
        if (row.text("source").isEmpty()) {
            problems.add(FEES, row.line(), "source", fee.code(), "The row has no source.", "Name the official table.");
        }
        for (boolean facility : new boolean[] {false, true}) {
            BigDecimal expense = facility ? fee.facilityExpense() : fee.nonFacilityExpense();
            BigDecimal sum = fee.work()
                    .add(expense)
                    .add(fee.malpractice())
                    .multiply(fee.factor())
                    .setScale(2, RoundingMode.HALF_UP);
            if (sum.compareTo(fee.national(facility).dollars()) != 0) {
                problems.add(
                        FEES,
                        row.line(),
                        facility ? "national_fac_payment" : "national_nonfac_payment",
                        fee.national(facility).toString(),
                        "The RVUs times the conversion factor give " + sum + ".",
                        "Mend the amount, the RVUs or the factor.");
            }
        }
    }
}
