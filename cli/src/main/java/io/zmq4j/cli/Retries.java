package io.zmq4j.cli;

import io.zmq4j.event.SocketEvent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The line of each event, but for what is said already of an endpoint that is tried again and again. Each line about it is said once
 * until it is ready; a new reason is a new line. In between a reminder says that it still fails, after 1 s, 2 s, 4 s and so on, up to
 * 5 minutes.
 *
 * <pre>
 *   quiet ──connecting, cannot reach──► trying ──ready──► quiet
 * </pre>
 *
 * <p>Owned by the thread that tells a socket's events.
 */
final class Retries {
    private static final Duration FIRST_REMINDER = Duration.ofSeconds(1);
    private static final Duration RAREST_REMINDER = Duration.ofMinutes(5);

    /** A peer that says something else in each round is told that often, and in reminders. */
    private static final int MOST_LINES = 50;

    private final LongSupplier clock;
    private final boolean reminds;
    private final Map<String, Trying> trying = new HashMap<>();

    /**
     * @param clock monotonic nanoseconds
     * @param reminds whether there are reminders
     */
    Retries(LongSupplier clock, boolean reminds) {
        this.clock = clock;
        this.reminds = reminds;
    }

    /** What is to be printed of it, or null for nothing. */
    @Nullable
    String line(SocketEvent event) {
        return switch (event.type()) {
            case CONNECT_DELAYED -> trying(event).unlessSaid(EventText.line(event));
            case CONNECT_RETRIED -> trying(event).failed(event);
            case HANDSHAKE_SUCCEEDED -> {
                Trying before = trying.remove(event.endpoint());
                yield EventText.line(event) + (before == null ? "" : before.toll(", after "));
            }
            default -> {
                Trying now = trying.get(event.endpoint());
                yield now == null ? EventText.line(event) : now.unlessSaid(EventText.line(event));
            }
        };
    }

    private Trying trying(SocketEvent event) {
        return trying.computeIfAbsent(event.endpoint(), endpoint -> new Trying(clock.getAsLong()));
    }

    private final class Trying {
        private final Set<String> said = new HashSet<>();
        private final long since;
        private long tries;
        private long interval = FIRST_REMINDER.toNanos();
        private long nextReminder;

        Trying(long now) {
            since = now;
            nextReminder = now + interval;
        }

        @Nullable
        String unlessSaid(String line) {
            return said.size() < MOST_LINES && said.add(line) ? line : null;
        }

        @Nullable
        String failed(SocketEvent event) {
            tries++;
            String line = unlessSaid(EventText.line(event));
            long now = clock.getAsLong();
            if (line != null || !reminds || now - nextReminder < 0) {
                return line;
            }
            interval = Math.min(2 * interval, RAREST_REMINDER.toNanos());
            nextReminder = now + interval;
            return "* still " + EventText.sentence(event) + toll(", ");
        }

        /** How many tries have failed, and in what time; empty if none has. */
        String toll(String before) {
            if (tries == 0) {
                return "";
            }
            BigDecimal seconds =
                    BigDecimal.valueOf(clock.getAsLong() - since, 9).setScale(1, RoundingMode.HALF_UP);
            return before + tries + (tries == 1 ? " try in " : " tries in ") + seconds + " s";
        }
    }
}
