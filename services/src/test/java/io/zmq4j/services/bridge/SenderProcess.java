package io.zmq4j.services.bridge;

import io.zmq4j.Context;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.delivery.DeliverySender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Semaphore;

/**
 * Sends numbered messages of four keys for as long as a file is there, and notes which of them were acknowledged: {@code SenderProcess
 * ENDPOINT LOG STOP-FILE}.
 */
public final class SenderProcess {
    private static final int WINDOW = 500;

    private SenderProcess() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path stop = Path.of(arguments[2]);
        var room = new Semaphore(WINDOW);
        String run = Long.toHexString(System.nanoTime());
        try (var context = Context.create();
                var log = Files.newOutputStream(
                        Path.of(arguments[1]), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                var sender = DeliverySender.open(context)) {
            sender.connect(arguments[0]);
            for (long number = 0; !Files.exists(stop); number++) {
                room.acquire();
                String id = run + "-" + number;
                var unused = sender.sendAsync(Message.of("key" + number % 4, id))
                        .thenRun(() -> {
                            try {
                                log.write((id + "\n").getBytes(StandardCharsets.US_ASCII));
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                            room.release();
                        });
                if (number % 20 == 0) {
                    // Load, on a machine that is to kill and start processes meanwhile.
                    Thread.sleep(10);
                }
            }
            room.acquire(WINDOW);
        }
    }
}
