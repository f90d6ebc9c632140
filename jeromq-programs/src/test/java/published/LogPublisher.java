package published;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilder;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilderFactory;
import org.apache.logging.log4j.core.config.builder.impl.BuiltConfiguration;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** Logs by Log4j's JeroMQ appender, and reads what it publishes. */
public final class LogPublisher {
    private static final int RECORDS = 900;
    private static final int PATIENCE_MILLIS = 20_000;
    private static final int SOON_MILLIS = 50;

    private LogPublisher() {}

    public static void main(String[] arguments) throws Exception {
        String endpoint = "tcp://127.0.0.1:" + freePort();
        var context = Configurator.initialize(configuration(endpoint));
        Logger log = context.getLogger("published");
        try (ZContext sockets = new ZContext()) {
            ZMQ.Socket reader = sockets.createSocket(SocketType.SUB);
            reader.subscribe("");
            reader.connect(endpoint);
            awaitSubscription(log, reader);
            for (int i = 0; i < RECORDS; i++) {
                log.warn("record {}", i);
            }
            for (int i = 0; i < RECORDS; i++) {
                String record = reader.recvStr();
                while (record != null && record.startsWith("INFO")) {
                    record = reader.recvStr();
                }
                if (!("WARN record " + i).equals(record)) {
                    throw new AssertionError("instead of record " + i + ": " + record);
                }
            }
        }
        Configurator.shutdown(context);
        System.out.println("ok");
    }

    private static BuiltConfiguration configuration(String endpoint) {
        ConfigurationBuilder<BuiltConfiguration> builder = ConfigurationBuilderFactory.newConfigurationBuilder();
        return builder.add(builder.newAppender("published", "JeroMQ")
                        .addComponent(builder.newProperty("endpoint", endpoint))
                        .add(builder.newLayout("PatternLayout").addAttribute("pattern", "%p %m")))
                .add(builder.newRootLogger(Level.INFO).add(builder.newAppenderRef("published")))
                .build();
    }

    /** What is published before the subscription has arrived is lost, and nobody tells when that is. */
    private static void awaitSubscription(Logger log, ZMQ.Socket reader) {
        reader.setReceiveTimeOut(SOON_MILLIS);
        for (int i = 0; i < PATIENCE_MILLIS / SOON_MILLIS; i++) {
            log.info("is anybody there?");
            if (reader.recv() != null) {
                reader.setReceiveTimeOut(PATIENCE_MILLIS);
                return;
            }
        }
        throw new AssertionError("the subscription has not arrived");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
