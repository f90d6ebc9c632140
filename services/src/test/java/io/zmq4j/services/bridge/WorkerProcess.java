package io.zmq4j.services.bridge;

import io.zmq4j.Context;
import io.zmq4j.patterns.delivery.Delivery;
import io.zmq4j.patterns.delivery.DeliveryReceiver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Notes each message, and acknowledges it then: {@code WorkerProcess ENDPOINT LOG}. */
public final class WorkerProcess {
    private WorkerProcess() {}

    public static void main(String[] arguments) throws IOException {
        try (var context = Context.create();
                var log = Files.newOutputStream(
                        Path.of(arguments[1]), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                var receiver = DeliveryReceiver.open(context)) {
            receiver.connect(arguments[0]);
            while (true) {
                Delivery delivery = receiver.receive();
                log.write((delivery.message().text(1) + "\n").getBytes(StandardCharsets.US_ASCII));
                delivery.acknowledge();
            }
        }
    }
}
