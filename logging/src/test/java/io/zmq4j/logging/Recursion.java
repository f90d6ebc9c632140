package io.zmq4j.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.testkit.Ports;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * A handler at the root of a framework that has the library's own log as well, and an endpoint that fails: whatever that leads to, only
 * what the application says is published.
 */
final class Recursion {
    record Endpoints(String bind, String connect) {}

    interface Installation {
        LogPublisher install(Endpoints endpoints) throws Exception;
    }

    interface Log {
        void info(String logger, String message, Object argument);
    }

    private static final String WARNINGS = "io.zmq4j.warnings";

    private Recursion() {}

    /**
     * What is published of an application's record, {@code outer}, whose argument logs another one, {@code inner}, while the library
     * logs as well.
     *
     * @param framework puts the handler at the root
     * @param log an application's call; the argument follows the message
     * @param bridge takes the library's records into the framework
     */
    static List<String> published(Installation framework, Log log, Consumer<LogRecord> bridge) throws Exception {
        String before = System.setProperty(WARNINGS, "true");
        var notices = new Notices(bridge);
        try {
            var endpoints = new Endpoints(Ports.tcpEndpoint(), Ports.tcpEndpoint());
            // Connecting fails in another thread, which says so in the log.
            LogPublisher publisher = framework.install(endpoints);
            Logger.getLogger("").addHandler(notices);
            try (publisher;
                    var reader = Reader.at(endpoints.bind(), publisher)) {
                Logger.getLogger("io.zmq4j.connection").warning("as of the library");
                notices.await();
                log.info("com.acme.Shop", "outer ", new Talkative(log));
                log.info("com.acme.Shop", "last ", "");

                return untilLast(reader);
            }
        } finally {
            Logger.getLogger("").removeHandler(notices);
            System.setProperty(WARNINGS, String.valueOf(before));
        }
    }

    private static List<String> untilLast(Reader reader) {
        List<String> records = new ArrayList<>();
        for (String next = reader.next(); !next.contains("last "); next = reader.next()) {
            records.add(next);
        }
        return records;
    }

    /** Logs when it is put into words, as an argument of the application's may. */
    private record Talkative(Log log) {
        @Override
        public String toString() {
            log.info("com.acme.Shop", "inner ", "");
            return "talk";
        }
    }

    /** The library's own records, as {@code System.Logger} gives them to {@code java.util.logging}. */
    private static final class Notices extends Handler {
        private final LinkedBlockingQueue<LogRecord> records = new LinkedBlockingQueue<>();
        private final Consumer<LogRecord> bridge;

        Notices(Consumer<LogRecord> bridge) {
            this.bridge = bridge;
        }

        void await() throws InterruptedException {
            assertThat(records.poll(Reader.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isNotNull();
        }

        @Override
        public void publish(LogRecord record) {
            if (record.getLoggerName().startsWith("io.zmq4j.")) {
                bridge.accept(record);
                records.add(record);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
