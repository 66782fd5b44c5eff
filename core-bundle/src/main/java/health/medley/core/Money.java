package health.medley.core;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * Hold an amount of US dollars with exactly two decimals.
 *
 * @param dollars the amount, scale 2
 */
public record Money(BigDecimal dollars) implements Comparable<Money> {

    /** Nothing: 0.00. */
    public static final Money ZERO = new Money(BigDecimal.ZERO);

    /** Set the scale to two decimals; refuse an amount that has more. */
    public Money {
        Objects.requireNonNull(dollars, "dollars");
        dollars = dollars.setScale(2, RoundingMode.UNNECESSARY);
    }

    /** Read an amount such as {@code 62.58}. */
    public static Money parse(String text) {
        return new Money(new BigDecimal(text));
    }

    /** This amount and another. */
    public Money plus(Money other) {
        return new Money(dollars.add(other.dollars));
    }

    /** This amount for a number of units. */
    public Money times(int units) {
        return new Money(dollars.multiply(BigDecimal.valueOf(units)));
    }

    @Override
    public int compareTo(Money other) {
        return dollars.compareTo(other.dollars);
    }

    /** As written in files: {@code 62.58}. */
    @Override
    public String toString() {
        return dollars.toPlainString();
    }
}
