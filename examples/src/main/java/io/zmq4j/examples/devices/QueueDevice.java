package io.zmq4j.examples.devices;

import io.zmq4j.Context;
import io.zmq4j.Device;
import java.time.Duration;

/**
 * The queue device, between REQ clients and REP servers that only know it.
 * Arguments: [frontend] [backend].
 * The other halves: broker.Requester at the frontend and broker.Responder at the backend, in Java or Python.
 */
public final class QueueDevice {
    private QueueDevice() {}

    public static void main(String[] args) {
        String frontend = args.length > 0 ? args[0] : "tcp://*:5559";
        String backend = args.length > 1 ? args[1] : "tcp://*:5560";
        try (var context = Context.create();
                var device = Device.queue(context, frontend, backend)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> context.close(Duration.ofSeconds(1))));
            System.out.println("queue between " + frontend + " and " + backend);
            device.run();
        }
    }
}
