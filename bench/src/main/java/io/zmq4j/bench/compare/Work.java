package io.zmq4j.bench.compare;

import java.util.ArrayList;
import java.util.List;

/**
 * What is played: which roles take part, and how fast it can be expected to go. The end that binds comes first.
 *
 * <p>What {@link Row#number} means differs: it stands at each constant.
 */
enum Work {
    /** PUSH to PULL as fast as it goes. No number. */
    THROUGHPUT {
        @Override
        List<Part> ends(Row row, String endpoint, Counts counts) {
            return both("local_thr", "remote_thr", endpoint, row.size(), counts.timed());
        }

        @Override
        double guess(Row row) {
            return row.hasCurve() ? 1e9 / (500 + 2.0 * row.size()) : 1e9 / (60 + 0.4 * row.size());
        }
    },

    /** REQ to REP and back. The number: how many milliseconds the asking end pauses between, 0 not at all. */
    LATENCY {
        @Override
        List<Part> ends(Row row, String endpoint, Counts counts) {
            var asking = new ArrayList<Object>(List.of(endpoint, row.size(), counts.timed()));
            if (row.number() > 0) {
                asking.add("--every");
                asking.add(row.number());
            }
            return List.of(
                    Part.of("local_lat", endpoint, row.size(), counts.timed()),
                    Part.of("remote_lat", asking.toArray()));
        }

        @Override
        double guess(Row row) {
            return 1 / (row.number() * 1e-3 + 50e-6 + row.size() * 2e-9);
        }

        @Override
        double rate(Row row, double oneWayMicros) {
            return 1 / (row.number() * 1e-3 + 2e-6 * oneWayMicros);
        }

        @Override
        double warmupRate(Row row, double rate) {
            // Warming up is without pauses.
            return row.number() == 0 ? rate : 20_000;
        }
    },

    /** PUSH to PULL in one process. No number. */
    INPROC_THROUGHPUT {
        @Override
        List<Part> ends(Row row, String endpoint, Counts counts) {
            return List.of(Part.of("inproc_thr", row.size(), counts.timed()));
        }

        @Override
        double warmup(Row row) {
            // Waiting, which both ends do a thousand times less often than passing a message on, gets compiled last.
            return 1.5;
        }

        @Override
        double guess(Row row) {
            return 3e7;
        }
    },

    /** REQ to REP and back in one process. No number. */
    INPROC_LATENCY {
        @Override
        List<Part> ends(Row row, String endpoint, Counts counts) {
            return List.of(Part.of("inproc_lat", row.size(), counts.timed()));
        }

        @Override
        double guess(Row row) {
            return 50_000;
        }

        @Override
        double rate(Row row, double oneWayMicros) {
            return 1 / (2e-6 * oneWayMicros);
        }
    },

    /** XPUB to SUB, nothing dropped; deliveries count. The number: of subscribers. */
    PUBLISH {
        @Override
        List<Part> ends(Row row, String endpoint, Counts counts) {
            return both("pub", "subs", endpoint, row.size(), counts.timed(), row.number());
        }

        @Override
        double guess(Row row) {
            return 1e7 / row.number();
        }

        @Override
        double warmup(Row row) {
            return row.number() == 1 ? 1 : 2;
        }

        @Override
        double rate(Row row, double deliveries) {
            return deliveries / row.number();
        }
    },

    /** Many PUSH to one PULL. The number: of PUSH sockets. */
    PEERS {
        @Override
        List<Part> ends(Row row, String endpoint, Counts counts) {
            return List.of(
                    Part.of("local_thr", endpoint, row.size(), counts.timed()),
                    Part.of("many", endpoint, row.size(), counts.timed(), row.number()));
        }

        @Override
        double guess(Row row) {
            // With one message each on the way, there is little to batch.
            return THROUGHPUT.guess(row) / (4 + row.number() / 30.0);
        }
    },

    /** Many REQ that connect to one REP at once, and ask once each. The number: of REQ sockets. */
    CROWD {
        @Override
        List<Part> ends(Row row, String endpoint, Counts counts) {
            // As many before, in the same processes.
            return both("local_lat", "crowd", endpoint, row.size(), row.number(), "--warmup", row.number());
        }

        @Override
        double guess(Row row) {
            return 0;
        }

        @Override
        double ownSeconds(Row row) {
            return 1 + row.number() / 400.0;
        }
    },

    /** REQ through ROUTER and DEALER to REP and back, all in one process. No number. */
    PROXY {
        @Override
        List<Part> ends(Row row, String endpoint, Counts counts) {
            return List.of(Part.of("proxy_thr", row.size(), counts.timed()));
        }

        @Override
        double warmup(Row row) {
            // Each of sixteen threads does little at a time.
            return 2;
        }

        @Override
        double guess(Row row) {
            return 20_000;
        }
    },

    /** PUSH to PULL, evenly spaced; the time from sending to receiving counts. The number: of messages a second. */
    PACE {
        // A sleep is late by tens of microseconds: above this rate the sender watches the clock instead.
        private static final long FASTEST_SLEEPER = 10_000;

        @Override
        List<Part> ends(Row row, String endpoint, Counts counts) {
            var sending = new ArrayList<Object>(List.of(endpoint, row.size(), counts.timed(), row.number()));
            if (row.number() > FASTEST_SLEEPER) {
                sending.add("--spin");
            }
            return List.of(
                    Part.of("local_pace", endpoint, row.size(), counts.timed()),
                    Part.of("remote_pace", sending.toArray()));
        }

        @Override
        double guess(Row row) {
            return row.number();
        }

        @Override
        boolean rateIsGiven() {
            return true;
        }

        @Override
        double warmup(Row row) {
            // Until something was done some ten thousand times, its compiling is what a late message waited for; where
            // the latest messages are a line of their own, the last compilations count.
            return row.lines().size() > 1 ? 2.5 : 1.5;
        }

        @Override
        double warmupRate(Row row, double rate) {
            // A slow sender warms up faster than it will send.
            return Math.max(rate, 10_000);
        }
    },

    /** Connected sockets without traffic. The number: of sockets. */
    IDLE {
        @Override
        List<Part> ends(Row row, String endpoint, Counts counts) {
            return List.of(Part.of("idle", row.number()));
        }

        @Override
        double guess(Row row) {
            return 0;
        }

        @Override
        double ownSeconds(Row row) {
            return 11;
        }
    },

    /** Idle peers of one socket. The number: of peers. */
    CONNECTIONS {
        @Override
        List<Part> ends(Row row, String endpoint, Counts counts) {
            return List.of(Part.of("connections", row.number()));
        }

        @Override
        double guess(Row row) {
            return 0;
        }

        @Override
        double ownSeconds(Row row) {
            return 1 + row.number() / 2_000.0;
        }
    },

    /** Subscriptions of one peer. The number: of topics. */
    TOPICS {
        @Override
        List<Part> ends(Row row, String endpoint, Counts counts) {
            return List.of(Part.of("topics", row.number()));
        }

        @Override
        double guess(Row row) {
            return 0;
        }

        @Override
        double ownSeconds(Row row) {
            return 1 + row.number() / 250_000.0;
        }
    },

    /** A flood that other sockets join. The number: of messages that each kind of them has. */
    JOINS {
        @Override
        List<Part> ends(Row row, String endpoint, Counts counts) {
            return List.of(Part.of("joins", row.number()));
        }

        @Override
        double guess(Row row) {
            return 0;
        }

        @Override
        double ownSeconds(Row row) {
            return 12;
        }
    },

    /** A flood after everything else in the same process. The number: of messages of each flood before. */
    MIXED {
        @Override
        List<Part> ends(Row row, String endpoint, Counts counts) {
            return List.of(Part.of("mixed", row.number()));
        }

        @Override
        double guess(Row row) {
            return 0;
        }

        @Override
        double ownSeconds(Row row) {
            return 18;
        }
    };

    /** The processes of a run, without the options that all of them take. */
    abstract List<Part> ends(Row row, String endpoint, Counts counts);

    /**
     * About how many messages or round trips a second the fastest will make, to begin with; 0 where nothing is counted. A
     * guess that is too low would have the first rounds warm up too little.
     */
    abstract double guess(Row row);

    /** How many messages or round trips a second there were, from the figure that was measured. */
    double rate(Row row, double figure) {
        return figure;
    }

    /** Whether the row says how fast it goes, so that there is nothing to find out. */
    boolean rateIsGiven() {
        return false;
    }

    /**
     * How many times as long as a flood between two sockets, whose compiling keeps a core busy for two to five seconds, a
     * virtual machine takes to get warm.
     */
    double warmup(Row row) {
        return 1;
    }

    /** How many a second there are while it warms up. */
    double warmupRate(Row row, double rate) {
        return rate;
    }

    /** About how long a run takes where nothing is counted. */
    double ownSeconds(Row row) {
        return 0;
    }

    /** Whether it is counted in messages or round trips, of which a run can have more or fewer. */
    final boolean isCounted(Row row) {
        return guess(row) > 0;
    }

    private static List<Part> both(String binding, String connecting, Object... arguments) {
        return List.of(Part.of(binding, arguments), Part.of(connecting, arguments));
    }
}
