package io.zmq4j.services.bridge;

import io.zmq4j.bridge.progress.Progress;

/** How a bridge stands, as Prometheus reads it. */
final class MetricsText {
    private MetricsText() {}

    static String of(Progress progress, boolean isHealthy) {
        var text = new StringBuilder();
        counter(text, "read", "Records that were read.", progress.read());
        counter(text, "acknowledged", "Records that were written and acknowledged.", progress.acknowledged());
        counter(text, "dead_letters", "Records that were written as dead letters.", progress.deadLetters());
        counter(text, "retries", "How often writing began anew.", progress.retries());
        gauge(text, "in_flight_records", "Records that were read and not acknowledged.", progress.inFlightRecords());
        gauge(text, "in_flight_bytes", "Bytes of these.", progress.inFlightBytes());
        gauge(
                text,
                "oldest_seconds",
                "How long the oldest of these has waited.",
                progress.oldest().toMillis() / 1000.0);
        gauge(text, "healthy", "1 if nothing is wrong, else 0.", isHealthy ? 1 : 0);
        return text.toString();
    }

    private static void counter(StringBuilder text, String name, String help, long value) {
        line(text, name + "_total", help, "counter").append(value).append('\n');
    }

    private static void gauge(StringBuilder text, String name, String help, Number value) {
        line(text, name, help, "gauge").append(value).append('\n');
    }

    private static StringBuilder line(StringBuilder text, String name, String help, String type) {
        String full = "zmq4j_bridge_" + name;
        return text.append("# HELP ")
                .append(full)
                .append(' ')
                .append(help)
                .append('\n')
                .append("# TYPE ")
                .append(full)
                .append(' ')
                .append(type)
                .append('\n')
                .append(full)
                .append(' ');
    }
}
