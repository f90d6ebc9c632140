package io.zmq4j.micrometer;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.zmq4j.Context;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A context whose metrics are looked at whenever a test wants, by a clock that each look turns on. */
final class Fixture implements AutoCloseable {
    final Context context;
    final ZmqMetrics metrics;
    private final AtomicLong nanos = new AtomicLong();

    Fixture(String name) {
        this(Context.builder().name(name).build(), false);
    }

    Fixture(Context context, boolean peers) {
        this.context = context;
        metrics = new ZmqMetrics(context, Tags.empty(), nanos::get).peers(peers);
    }

    /** As if a second had passed. */
    void look() {
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        metrics.discover();
    }

    /** The counter's value now; -1 if there is no such meter. */
    double count(MeterRegistry registry, String meter, String... tags) {
        look();
        FunctionCounter found = registry.find(meter).tags(tags).functionCounter();
        return found == null ? -1 : found.count();
    }

    /** The gauge's value now; -1 if there is no such meter. */
    double gauge(MeterRegistry registry, String meter, String... tags) {
        look();
        Gauge found = registry.find(meter).tags(tags).gauge();
        return found == null ? -1 : found.value();
    }

    @Override
    public void close() {
        metrics.close();
        context.close(Duration.ZERO);
    }
}
