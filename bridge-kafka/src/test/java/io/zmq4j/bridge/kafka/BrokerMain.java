package io.zmq4j.bridge.kafka;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import kafka.Kafka;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * One Kafka in KRaft mode, broker and controller, in this JVM: {@code BrokerMain FOLDER PORT CONTROLLER-PORT [PROPERTY=VALUE…]}. Formats
 * the folder if it is new, and ends with whoever started it.
 */
final class BrokerMain {
    private BrokerMain() {}

    public static void main(String[] arguments) throws Exception {
        leaveWithParent();
        Path folder = Path.of(arguments[0]);
        Path log = folder.resolve("log");
        Path properties = folder.resolve("server.properties");
        if (!Files.exists(properties)) {
            new Formatter()
                    .setPrintStream(System.err)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(1)
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(log.toString())
                    .addDirectory(log.toString())
                    .run();
        }
        var text = new StringBuilder("""
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%3$s
                controller.listener.names=CONTROLLER
                listeners=PLAINTEXT://127.0.0.1:%2$s,CONTROLLER://127.0.0.1:%3$s
                advertised.listeners=PLAINTEXT://127.0.0.1:%2$s
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                log.dirs=%1$s
                num.partitions=2
                offsets.topic.num.partitions=1
                offsets.topic.replication.factor=1
                transaction.state.log.replication.factor=1
                share.coordinator.state.topic.replication.factor=1
                group.initial.rebalance.delay.ms=0
                auto.create.topics.enable=false
                num.network.threads=1
                num.io.threads=2
                log.cleaner.enable=false
                """.formatted(log, arguments[1], arguments[2]));
        for (int i = 3; i < arguments.length; i++) {
            text.append(arguments[i]).append('\n');
        }
        Files.writeString(properties, text, StandardCharsets.UTF_8);
        Kafka.main(new String[] {properties.toString()});
    }

    private static void leaveWithParent() {
        var watch = new Thread(
                () -> {
                    try {
                        while (System.in.read() >= 0) {
                            // Nobody says anything.
                        }
                    } catch (IOException e) {
                        // The same end.
                    }
                    Runtime.getRuntime().halt(70);
                },
                "leave with parent");
        watch.setDaemon(true);
        watch.start();
    }
}
