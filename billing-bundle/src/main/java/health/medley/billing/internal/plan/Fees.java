package health.medley.billing.internal.plan;

import health.medley.core.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Hold the fees of a rule set by code and date of service. Immutable. */
public final class Fees {
    /** The locality whose adjustment is 1. */
    public static final String NATIONAL = "national";

    private final List<Fee> rows;
    private final Map<String, List<Fee.Locality>> localities;
    private final long[] periods;
    private final long[][][] cents;

    Fees(List<Fee> rows, Map<String, List<Fee.Locality>> localities, List<String> codes) {
        this.rows = List.copyOf(rows);
        this.localities = Map.copyOf(localities);
        TreeSet<Long> starts = new TreeSet<>();
        rows.forEach(row -> starts.add(row.from().toEpochDay()));
        periods = starts.stream().mapToLong(Long::longValue).toArray();
        cents = new long[periods.length][codes.size()][];
        for (int period = 0; period < periods.length; period++) {
            LocalDate day = LocalDate.ofEpochDay(periods[period]);
            for (int code = 0; code < codes.size(); code++) {
                cents[period][code] = row(codes.get(code), day)
                        .map(fee -> new long[] {cents(fee.nonFacility()), cents(fee.facility())})
                        .orElse(new long[] {FactView.ABSENT, FactView.ABSENT});
            }
        }
    }

    private static long cents(Money money) {
        return money.dollars().unscaledValue().longValueExact();
    }

    private Optional<Fee> row(String code, LocalDate day) {
        return rows.stream()
                .filter(fee -> fee.code().equals(code) && fee.validOn(day))
                .findFirst();
    }

    /** Number of the period a day lies in; -1 if there are no fees for it. */
    int period(long day) {
        int period = periods.length - 1;
        while (period >= 0 && periods[period] > day) {
            period--;
        }
        return period;
    }

    int periods() {
        return periods.length;
    }

    /** Fee in cents, {@link FactView#ABSENT} if there is none. */
    long cents(int period, int code, boolean facility) {
        return period < 0 ? FactView.ABSENT : cents[period][code][facility ? 1 : 0];
    }

    /** Whether every code has a fee in every period. */
    boolean complete() {
        for (long[][] period : cents) {
            for (long[] fee : period) {
                if (fee[0] == FactView.ABSENT) {
                    return false;
                }
            }
        }
        return periods.length > 0;
    }

    /** Whether fees change between two days. */
    public boolean changeWithin(LocalDate first, LocalDate last) {
        return period(first.toEpochDay()) != period(last.toEpochDay());
    }

    /** The fee of a code on a day; empty if there is none, or none for the locality. */
    public Optional<Money> fee(String code, LocalDate day, boolean facility, String locality) {
        Optional<Fee> row = row(code, day);
        if (locality.isEmpty() || locality.equalsIgnoreCase(NATIONAL)) {
            return row.map(fee -> fee.national(facility));
        }
        return row.flatMap(fee -> adjustment(locality, day).map(found -> fee.adjusted(facility, found)));
    }

    /** Whether a locality has fees on a day. */
    public boolean prices(String locality, LocalDate day) {
        return locality.isEmpty()
                || locality.equalsIgnoreCase(NATIONAL)
                || adjustment(locality, day).isPresent();
    }

    private Optional<Fee.Locality> adjustment(String locality, LocalDate day) {
        return localities.getOrDefault(locality.toLowerCase(Locale.ROOT), new ArrayList<>()).stream()
                .filter(found -> found.year() == day.getYear())
                .findFirst();
    }
}
