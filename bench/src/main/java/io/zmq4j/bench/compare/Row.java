package io.zmq4j.bench.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One thing that every contestant plays.
 *
 * @param name unique among the rows, and what {@code --only} is matched with
 * @param size bytes of a message
 * @param number as the work takes it
 * @param cold how many messages or round trips a process makes from its first one on; 0: a virtual machine gets warm before,
 *     and then there are as many as fit into the time
 * @param lines the figures it gives; the first one tells the rate
 */
record Row(
        String name,
        Work work,
        Transport transport,
        int size,
        long number,
        Variation variation,
        long cold,
        Placement placement,
        List<Line> lines) {

    private static final String SECONDS_TO_GIVE_UP = "45";

    Row {
        lines = List.copyOf(lines);
    }

    private Row(
            String name, Work work, Transport transport, int size, long number, Placement placement, List<Line> lines) {
        this(name, work, transport, size, number, Variation.PLAIN, 0, placement, lines);
    }

    static Row throughput(Transport transport, int size) {
        var name = "thr " + transport.label() + " " + size(size);
        var inproc = transport == Transport.INPROC;
        return new Row(
                name,
                inproc ? Work.INPROC_THROUGHPUT : Work.THROUGHPUT,
                transport,
                size,
                0,
                Placement.ANYWHERE,
                List.of(Line.compared(
                        name, inproc ? "inproc_thr msg/s" : "local_thr msg/s", Unit.MESSAGES_PER_SECOND)));
    }

    static Row latency(Transport transport, int size, Placement placement) {
        var name = "lat " + transport.label() + " " + size(size)
                + (placement == Placement.ONE_CORE ? ", one core" : ", a core each");
        var inproc = transport == Transport.INPROC;
        return new Row(
                name,
                inproc ? Work.INPROC_LATENCY : Work.LATENCY,
                transport,
                size,
                0,
                placement,
                List.of(Line.compared(name, inproc ? "inproc_lat us" : "remote_lat us", Unit.MICROSECONDS)));
    }

    static Row latencyEvery(long millis, int size) {
        var name = "lat tcp " + size(size) + " every " + millis + " ms, a core each";
        return new Row(
                name,
                Work.LATENCY,
                Transport.TCP,
                size,
                millis,
                Placement.CORE_EACH,
                List.of(Line.compared(name, "remote_lat us", Unit.MICROSECONDS)));
    }

    static Row publish(int subscribers, int size) {
        var name = "pub tcp " + size(size) + " to " + subscribers;
        return new Row(
                name,
                Work.PUBLISH,
                Transport.TCP,
                size,
                subscribers,
                Placement.ANYWHERE,
                List.of(Line.compared(name, "subs msg/s", Unit.MESSAGES_PER_SECOND)));
    }

    static Row peers(int peers, int size) {
        var name = "thr tcp " + size(size) + " from " + peers;
        return new Row(
                name,
                Work.PEERS,
                Transport.TCP,
                size,
                peers,
                Placement.ANYWHERE,
                List.of(Line.compared(name, "local_thr msg/s", Unit.MESSAGES_PER_SECOND)));
    }

    static Row proxy(int size) {
        var name = "proxy tcp " + size(size);
        return new Row(
                name,
                Work.PROXY,
                Transport.TCP,
                size,
                0,
                Placement.ANYWHERE,
                List.of(Line.compared(name, "proxy_thr msg/s", Unit.MESSAGES_PER_SECOND)));
    }

    /** Evenly spaced messages; the percentiles are those of the time from sending to receiving, each a line. */
    static Row pace(String word, long messagesPerSecond, int size, String... percentiles) {
        var name = String.format(Locale.ROOT, "%s tcp %s at %,d/s", word, size(size), messagesPerSecond);
        var lines = new ArrayList<Line>();
        for (var percentile : percentiles) {
            lines.add(Line.compared(name + " " + percentile, "local_pace " + percentile, Unit.MICROSECONDS));
        }
        return new Row(name, Work.PACE, Transport.TCP, size, messagesPerSecond, Placement.ANYWHERE, lines);
    }

    static Row coldThroughput(int size, long messages) {
        return cold(
                "cold tcp " + size(size) + ", " + Unit.brief((double) messages),
                throughput(Transport.TCP, size),
                messages);
    }

    static Row coldLatency(int size, long roundTrips) {
        return cold(
                String.format(Locale.ROOT, "cold req %,d", roundTrips),
                latency(Transport.TCP, size, Placement.ANYWHERE),
                roundTrips);
    }

    static Row coldPublish(int subscribers, int size, long messages) {
        return cold(
                String.format(Locale.ROOT, "cold pub %s to %d, %,d", size(size), subscribers, messages),
                publish(subscribers, size),
                messages);
    }

    private static Row cold(String name, Row warm, long count) {
        var line = warm.lines.get(0);
        return new Row(
                name,
                warm.work,
                warm.transport,
                warm.size,
                warm.number,
                warm.variation,
                count,
                warm.placement,
                List.of(Line.compared(name, line.key(), line.unit())));
    }

    /** So many sockets that connect at once, and ask once each. */
    static Row crowd(int sockets, int size) {
        var name = String.format(Locale.ROOT, "connect %,d", sockets);
        return new Row(
                name,
                Work.CROWD,
                Transport.TCP,
                size,
                sockets,
                Placement.ANYWHERE,
                List.of(Line.compared(name, "crowd s", Unit.SECONDS)));
    }

    /** The same between a server and its clients with CURVE. */
    static Row curve(Row clear) {
        return clear.varied("curve ", Variation.CURVE);
    }

    /** The same with those alone whom JeroMQ's API concerns. */
    static Row byJeroMqsApi(Row row) {
        return row.varied("jeromq ", Variation.JEROMQS_API);
    }

    /** The same between sockets of other types. */
    static Row between(Variation types, Row usual) {
        return usual.varied(types.name().toLowerCase(Locale.ROOT) + " ", types);
    }

    private Row varied(String prefix, Variation by) {
        return new Row(
                prefix + name,
                work,
                transport,
                size,
                number,
                by,
                cold,
                placement,
                lines.stream()
                        .map(line -> new Line(prefix + line.name(), line.key(), line.unit(), line.ofZmq4jAlone()))
                        .toList());
    }

    /** How many bytes are allocated for a message, beside how many there are a second. */
    static Row throughputAndAllocation(int size) {
        var row = throughput(Transport.TCP, size);
        var lines = new ArrayList<>(row.lines);
        lines.add(Line.alone(
                "allocated per " + size(size) + " message received, its array included",
                "local_thr B/msg",
                Unit.BYTES));
        lines.add(Line.alone(
                "allocated per " + size(size) + " message sent, beside its array", "remote_thr B/msg", Unit.BYTES));
        return new Row(row.name, row.work, row.transport, row.size, row.number, row.placement, lines);
    }

    static Row idle(int sockets) {
        var name = "idle " + sockets;
        return alone(
                name,
                Work.IDLE,
                sockets,
                Line.alone(name + ": wake-ups in 10 s", "idle wakeups", Unit.PIECES),
                Line.alone(name + ": CPU time in 10 s", "idle cpu-ms", Unit.MILLISECONDS));
    }

    static Row connections(int peers) {
        var name = String.format(Locale.ROOT, "connections %,d", peers);
        return alone(
                name,
                Work.CONNECTIONS,
                peers,
                Line.alone(name + ": heap and direct memory each", "connections B/connection", Unit.BYTES),
                Line.alone(name + ": I/O threads", "connections io-threads", Unit.PIECES),
                Line.alone(name + ": time to connect", "connections connect-s", Unit.SECONDS),
                Line.alone(name + ": time to send each a message", "connections send-s", Unit.SECONDS));
    }

    static Row topics(int topics) {
        var name = String.format(Locale.ROOT, "topics %,d", topics);
        return alone(
                name,
                Work.TOPICS,
                topics,
                Line.alone(name + ": memory each beyond its bytes", "topics B/topic", Unit.BYTES),
                Line.alone(name + ": time to match 20 B", "topics ns/match", Unit.NANOSECONDS),
                Line.alone(name + ": time to subscribe", "topics subscribe-s", Unit.SECONDS),
                Line.alone(name + ": time to disconnect", "topics disconnect-s", Unit.SECONDS));
    }

    /** What it does to a hot flood when others join, with so many messages each. */
    static Row joins(long messages) {
        return alone(
                "joins",
                Work.JOINS,
                messages,
                Line.alone("joins: longest time below half of the rate before", "joins dip-ms", Unit.MILLISECONDS),
                Line.alone("joins: rate after, to that before", "joins after", Unit.TIMES));
    }

    /** What is left of a flood in a process that has done everything else before, with so many messages each. */
    static Row mixed(long messages) {
        return alone(
                "mixed",
                Work.MIXED,
                messages,
                Line.alone("mixed: flood after all others", "mixed msg/s", Unit.MESSAGES_PER_SECOND),
                Line.alone("mixed: flood after all others, to that of a fresh process", "mixed share", Unit.TIMES));
    }

    private static Row alone(String name, Work work, long number, Line... lines) {
        return new Row(name, work, Transport.TCP, 0, number, Placement.ANYWHERE, List.of(lines));
    }

    /** @throws IllegalArgumentException if no figure of this key is asked for */
    Line line(String key) {
        return lines.stream()
                .filter(line -> line.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no '" + key + "' in " + name));
    }

    /** The processes of a run, the one that binds first. */
    List<Part> ends(String endpoint, KeyFiles keys, Counts counts) {
        var ends = new ArrayList<Part>();
        for (var end : work.ends(this, endpoint, counts)) {
            var arguments = new ArrayList<>(end.arguments());
            if (counts.warmup() > 0) {
                arguments.addAll(List.of("--warmup", Long.toString(counts.warmup())));
            }
            arguments.addAll(List.of("--timeout", SECONDS_TO_GIVE_UP));
            arguments.addAll(variation.options(ends.isEmpty()));
            if (hasCurve()) {
                arguments.addAll(keys.options(ends.isEmpty()));
            }
            ends.add(new Part(end.role(), arguments));
        }
        return ends;
    }

    boolean hasCurve() {
        return variation == Variation.CURVE;
    }

    boolean isByJeroMqsApi() {
        return variation == Variation.JEROMQS_API;
    }

    boolean isCold() {
        return cold > 0;
    }

    boolean ofZmq4jAlone() {
        return lines.stream().allMatch(Line::ofZmq4jAlone);
    }

    /** Such as {@code 10 B}, {@code 64 KiB}, {@code 1 MiB}. */
    static String size(long bytes) {
        if (bytes >= 1 << 20) {
            return (bytes >> 20) + " MiB";
        }
        return bytes >= 1 << 10 ? (bytes >> 10) + " KiB" : bytes + " B";
    }
}
