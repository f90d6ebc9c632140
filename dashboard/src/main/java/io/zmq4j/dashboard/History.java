package io.zmq4j.dashboard;

import io.zmq4j.view.Rates;
import java.util.Arrays;
import java.util.Locale;

/**
 * How a socket, or all of them, stood: of the last 10 minutes each second, of the last 24 hours each minute, of which rates are the
 * average and queues the longest.
 */
final class History {
    private static final int SERIES = 5;
    private static final long MINUTE = 60_000;

    private final Ring seconds = new Ring(SERIES, 600);
    private final Ring minutes = new Ring(SERIES, 24 * 60);
    private final double[] minute = new double[SERIES];
    private long minuteBegan = -1;
    private int inMinute;

    /** How far back. */
    enum Span {
        MINUTES,
        DAY;

        /** {@link #MINUTES} for what is none. */
        static Span named(String name) {
            return name.toUpperCase(Locale.ROOT).equals(DAY.name()) ? DAY : MINUTES;
        }
    }

    /**
     * What a chart shows.
     *
     * @param step milliseconds between two points, unless there is a gap
     * @param at times of the points, in milliseconds since 1970
     * @param in messages received in a second
     * @param out messages sent in a second
     * @param queuedIn messages that waited for the application
     * @param queuedOut messages that waited to be sent
     * @param drops messages dropped in a second
     */
    record Points(long step, long[] at, float[] in, float[] out, float[] queuedIn, float[] queuedOut, float[] drops) {}

    void add(long at, Rates rates, long queuedIn, long queuedOut) {
        var row = new float[] {
            (float) rates.messagesIn(), (float) rates.messagesOut(), queuedIn, queuedOut, (float) rates.drops()
        };
        seconds.add(at, row);
        long began = at - Math.floorMod(at, MINUTE);
        if (began != minuteBegan) {
            endMinute();
            minuteBegan = began;
        }
        inMinute++;
        minute[0] += row[0];
        minute[1] += row[1];
        minute[2] = Math.max(minute[2], row[2]);
        minute[3] = Math.max(minute[3], row[3]);
        minute[4] += row[4];
    }

    private void endMinute() {
        if (inMinute > 0) {
            minutes.add(
                    minuteBegan,
                    (float) (minute[0] / inMinute),
                    (float) (minute[1] / inMinute),
                    (float) minute[2],
                    (float) minute[3],
                    (float) (minute[4] / inMinute));
        }
        Arrays.fill(minute, 0);
        inMinute = 0;
    }

    Points points(Span span) {
        return span == Span.DAY ? points(minutes, MINUTE, minutes.size()) : last(seconds.size());
    }

    /** The last so many seconds. */
    Points last(int count) {
        return points(seconds, 1000, count);
    }

    private static Points points(Ring ring, long step, int count) {
        return new Points(
                step,
                ring.times(count),
                ring.values(0, count),
                ring.values(1, count),
                ring.values(2, count),
                ring.values(3, count),
                ring.values(4, count));
    }
}
