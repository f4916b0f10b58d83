package com.rechain.dao.perf.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.PrimitiveIterator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WarmUpTest {
    private int stretches;

    @Test
    void endsWhenAStretchCostsNoLessThanTheOneBefore() {
        double cost = WarmUp.until(costing(100, 60, 50, 49, 20));

        assertThat(cost).isEqualTo(49);
        assertThat(stretches).isEqualTo(4);
    }

    @Test
    void oneThatCostsMoreEndsItToo() {
        assertThat(WarmUp.until(costing(100, 104, 20))).isEqualTo(104);
    }

    @Test
    void doesNotGoOnForever() {
        double[] halves = IntStream.range(0, 20).mapToDouble(i -> Math.scalb(1_024, -i)).toArray();

        assertThat(WarmUp.until(costing(halves))).isEqualTo(8);
        assertThat(stretches).isEqualTo(8);
    }

    @Test
    void aLoadThatCannotBeRunSaysSo() {
        assertThatThrownBy(() ->
                        WarmUp.<IOException>until(() -> {
                            throw new IOException("no gateway");
                        }))
                .isInstanceOf(IOException.class)
                .hasMessage("no gateway");
    }

    private WarmUp.Stretch<RuntimeException> costing(double... costs) {
        PrimitiveIterator.OfDouble next = DoubleStream.of(costs).iterator();
        return () -> {
            stretches++;
            return next.nextDouble();
        };
    }
}
