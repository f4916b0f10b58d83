package com.rechain.dao.tally.exact;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** An exact fraction, always in lowest terms with a denominator above zero. Immutable. */
public record Rational(BigInteger numerator, BigInteger denominator)
        implements Comparable<Rational> {

    public static final Rational ZERO = of(0);
    public static final Rational ONE = of(1);

    private static final int SHOWN_DECIMALS = 18;

    public Rational {
        if (denominator.signum() == 0) {
            throw new IllegalArgumentException("a fraction of zero parts");
        }
        BigInteger divisor = numerator.gcd(denominator);
        if (denominator.signum() < 0) {
            divisor = divisor.negate();
        }
        if (!divisor.equals(BigInteger.ONE)) {
            numerator = numerator.divide(divisor);
            denominator = denominator.divide(divisor);
        }
    }

    public static Rational of(long whole) {
        return of(BigInteger.valueOf(whole));
    }

    public static Rational of(BigInteger whole) {
        return new Rational(whole, BigInteger.ONE);
    }

    public static Rational of(BigInteger numerator, BigInteger denominator) {
        return new Rational(numerator, denominator);
    }

    public Rational plus(Rational other) {
        return new Rational(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Rational minus(Rational other) {
        return plus(new Rational(other.numerator.negate(), other.denominator));
    }

    public Rational times(Rational other) {
        return new Rational(
                numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    public Rational times(BigInteger whole) {
        return times(of(whole));
    }

    /**
     * @throws IllegalArgumentException when {@code other} is zero
     */
    public Rational dividedBy(Rational other) {
        return times(new Rational(other.denominator, other.numerator));
    }

    public int signum() {
        return numerator.signum();
    }

    /**
     * The whole number that this is.
     *
     * @throws ArithmeticException when it is none
     */
    public BigInteger wholeOrThrow() {
        if (!isWhole()) {
            throw new ArithmeticException(this + " is no whole number");
        }
        return numerator;
    }

    /** The greatest whole number that is not above it. */
    public BigInteger floor() {
        BigInteger[] parts = numerator.divideAndRemainder(denominator);
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    public boolean isWhole() {
        return denominator.equals(BigInteger.ONE);
    }

    @Override
    public int compareTo(Rational other) {
        return numerator
                .multiply(other.denominator)
                .compareTo(other.numerator.multiply(denominator));
    }

    /** Rounded half up to so many decimals, for display only. */
    public BigDecimal rounded(int decimals) {
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), decimals, RoundingMode.HALF_UP);
    }

    /** As people read it: a decimal number, of which nothing after the 18th place is shown. */
    public String text() {
        return isWhole()
                ? numerator.toString()
                : rounded(SHOWN_DECIMALS).stripTrailingZeros().toPlainString();
    }

    /** The exact value: a whole number, or {@code numerator/denominator}. */
    @Override
    public String toString() {
        return isWhole() ? numerator.toString() : numerator + "/" + denominator;
    }
}
