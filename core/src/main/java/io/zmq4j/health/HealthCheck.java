package io.zmq4j.health;

import io.zmq4j.Context;
import java.util.List;
import java.util.Objects;

/**
 * How a context of this program is, for a health endpoint: each {@link #check} takes a snapshot and compares it with those before.
 * What lasts is known as long as somebody asks now and then, every few seconds. Safe for any thread; costs microseconds for each peer.
 */
public final class HealthCheck {
    private final Context context;
    private final Diagnosis diagnosis;

    private HealthCheck(Context context, Thresholds thresholds) {
        this.context = context;
        diagnosis = new Diagnosis(thresholds);
    }

    /** One with the {@linkplain Thresholds#standard() standard} thresholds. */
    public static HealthCheck of(Context context) {
        return of(context, Thresholds.standard());
    }

    public static HealthCheck of(Context context, Thresholds thresholds) {
        return new HealthCheck(
                Objects.requireNonNull(context, "context"), Objects.requireNonNull(thresholds, "thresholds"));
    }

    /** How the context is now. */
    public synchronized Health check() {
        if (context.isClosed()) {
            return new Health(Health.Status.DOWN, List.of());
        }
        return Health.of(diagnosis.look(context.snapshot()));
    }
}
