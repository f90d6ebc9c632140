package io.zmq4j.cli.doctor;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Whether the clocks agree on how fast time passes, and which year it is: deadlines go by the one, logs by the other. */
record Clocks(Supplier<Instant> wall, LongSupplier monotonicNanos, Runnable pause) implements Check {
    private static final String NAME = "clock";
    private static final int FIRST_YEAR = 2026;
    private static final int LAST_YEAR = 2099;
    private static final Duration TOLERANCE = Duration.ofMillis(100);

    @Override
    public Finding look() {
        long nanos = monotonicNanos.getAsLong();
        Instant start = wall.get();
        pause.run();
        Duration byWall = Duration.between(start, wall.get());
        Duration byNanos = Duration.ofNanos(monotonicNanos.getAsLong() - nanos);
        if (byNanos.isNegative()) {
            return Finding.broken(
                    NAME,
                    "the monotonic clock went back by " + byNanos.negated().toMillis() + " ms: no deadline can be kept",
                    "look at /sys/devices/system/clocksource/clocksource0/current_clocksource, and at the hypervisor");
        }
        Duration apart = byWall.minus(byNanos).abs();
        if (apart.compareTo(TOLERANCE) > 0) {
            return Finding.warn(
                    NAME,
                    "the wall clock was moved by " + apart.toMillis()
                            + " ms meanwhile: times in logs jump, deadlines do not",
                    "have it corrected slowly: chrony with makestep at the start alone");
        }
        int year = start.atOffset(ZoneOffset.UTC).getYear();
        return year < FIRST_YEAR || year > LAST_YEAR
                ? Finding.warn(
                        NAME,
                        "the year is " + year + ": what compares times with other machines is wrong, such as Kerberos",
                        "timedatectl set-ntp true")
                : Finding.ok(NAME, "the clocks agree, and the year is " + year);
    }
}
