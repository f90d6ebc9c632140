package io.zmq4j.interop;

import io.zmq4j.interop.OptionScene.Moment;
import io.zmq4j.interop.OptionScene.Side;
import io.zmq4j.options.SocketOption;
import io.zmq4j.zmtp.SocketType;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is promised of one option, by transport and side: cells that a probe looks at, that a test elsewhere looks at, or to
 * which the option does not apply, for a reason.
 */
final class OptionRow<T> {
    /** From when on a value counts that was set. */
    enum Effect {
        AT_ONCE("at once", EnumSet.of(Moment.BEFORE, Moment.BETWEEN, Moment.CONNECTED)),
        NEW_CONNECTIONS("new connections", EnumSet.of(Moment.BEFORE, Moment.BETWEEN)),
        NEW_ENDPOINTS("new endpoints", EnumSet.of(Moment.BEFORE));

        final String words;
        private final Set<Moment> moments;

        Effect(String words, Set<Moment> moments) {
            this.words = words;
            this.moments = moments;
        }

        boolean of(Moment moment) {
            return moments.contains(moment);
        }
    }

    /** Brings two sockets together and looks whether the option has its effect. */
    interface Probe {
        boolean hasEffect(OptionScene scene);
    }

    private final SocketOption<T> option;
    private final Effect effect;
    private final Map<Transport, Map<Side, String>> notApplicable = new EnumMap<>(Transport.class);
    private final Map<Transport, String> elsewhere = new EnumMap<>(Transport.class);
    private @Nullable T value;
    private SocketType subject = SocketType.PUSH;
    private SocketType other = SocketType.PULL;
    private @Nullable Probe probe;

    OptionRow(SocketOption<T> option, Effect effect) {
        this.option = option;
        this.effect = effect;
    }

    SocketOption<T> option() {
        return option;
    }

    Effect effect() {
        return effect;
    }

    /** The value shows between these sockets, of which the first has it. */
    OptionRow<T> shows(T set, SocketType having, SocketType facing, Probe by) {
        value = set;
        subject = having;
        other = facing;
        probe = by;
        return this;
    }

    /** It does not apply to this side of this transport. */
    OptionRow<T> not(Transport transport, Side side, String reason) {
        notApplicable
                .computeIfAbsent(transport, key -> new EnumMap<>(Side.class))
                .put(side, reason);
        return this;
    }

    OptionRow<T> not(Transport transport, String reason) {
        return not(transport, Side.BINDS, reason).not(transport, Side.CONNECTS, reason);
    }

    OptionRow<T> not(Side side, String reason) {
        for (Transport transport : Transport.values()) {
            not(transport, side, reason);
        }
        return this;
    }

    OptionRow<T> not(String reason) {
        return not(Side.BINDS, reason).not(Side.CONNECTS, reason);
    }

    /** A test of core has it for both sides of this transport, as {@code Class#method}. */
    OptionRow<T> elsewhere(Transport transport, String test) {
        elsewhere.put(transport, test);
        return this;
    }

    /** Why it does not apply, or null. */
    @Nullable
    String reason(Transport transport, Side side) {
        return notApplicable.getOrDefault(transport, Map.of()).get(side);
    }

    /** The test that has it, or null. */
    @Nullable
    String test(Transport transport, Side side) {
        return reason(transport, side) == null ? elsewhere.get(transport) : null;
    }

    boolean isProbed(Transport transport, Side side) {
        return reason(transport, side) == null && test(transport, side) == null;
    }

    boolean isExpected(Moment moment) {
        return effect.of(moment);
    }

    boolean hasEffect(Rig rig, Transport transport, Side side, Moment moment) {
        if (probe == null || value == null) {
            throw new AssertionError(option + ": a cell without a probe, a test or a reason");
        }
        return probe.hasEffect(
                new OptionScene(rig, subject, other, option, value, transport, side, moment, isExpected(moment)));
    }
}
