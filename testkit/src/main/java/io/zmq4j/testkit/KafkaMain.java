package io.zmq4j.testkit;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One Kafka in KRaft mode, broker and controller, in this JVM: {@code KafkaMain FOLDER PORT CONTROLLER-PORT}. Formats the folder if it is
 * new, and ends with whoever started it. Kafka is called by name: who starts this has it on the class path, and this module has not.
 */
final class KafkaMain {
    private KafkaMain() {}

    public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
        leaveWithParent();
        Path folder = Path.of(arguments[0]);
        Path properties = folder.resolve("server.properties");
        boolean isNew = !Files.exists(properties);
        String settings = """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%3$s
                controller.listener.names=CONTROLLER
                listeners=PLAINTEXT://127.0.0.1:%2$s,CONTROLLER://127.0.0.1:%3$s
                advertised.listeners=PLAINTEXT://127.0.0.1:%2$s
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                log.dirs=%1$s
                offsets.topic.num.partitions=1
                offsets.topic.replication.factor=1
                transaction.state.log.replication.factor=1
                share.coordinator.state.topic.replication.factor=1
                group.initial.rebalance.delay.ms=0
                auto.create.topics.enable=false
                broker.session.timeout.ms=3000
                broker.heartbeat.interval.ms=500
                num.network.threads=1
                num.io.threads=2
                log.cleaner.enable=false
                """.formatted(folder.resolve("log"), arguments[1], arguments[2]);
        Files.writeString(properties, settings, StandardCharsets.UTF_8);
        if (isNew) {
            Class.forName("kafka.tools.StorageTool")
                    .getMethod("execute", String[].class, PrintStream.class)
                    .invoke(
                            null,
                            new String[] {"format", "-t", "AAAAAAAAAAAAAAAAAAAAAQ", "-c", properties.toString()},
                            System.err);
        }
        Class.forName("kafka.Kafka").getMethod("main", String[].class).invoke(null, (Object)
                new String[] {properties.toString()});
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
