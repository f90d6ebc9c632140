package io.zmq4j.interop;

import io.zmq4j.Context;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A program that is ended by a signal while it has messages to hand over, handles one, and loops over those to come. It is told
 * where to send to, says where it receives, and goes on with the handling when it is told another line.
 */
final class ShutdownProgram {
    static final int MESSAGES = 5_000;

    private ShutdownProgram() {}

    public static void main(String[] arguments) throws Exception {
        var told = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Context context = Context.builder().warnings(true).build().closeOnShutdown(Duration.ofSeconds(20));
        var push = context.push();
        push.set(SocketOptions.SNDHWM, 0);
        push.connect(told.readLine());
        for (int i = 0; i < MESSAGES; i++) {
            push.send(Integer.toString(i), "x".repeat(1_000));
        }
        var work = context.pull();
        var consumption = work.onMessage(message -> {
            if (message.text().equals("bad")) {
                throw new IllegalArgumentException("a bad message");
            }
            System.out.println("handling");
            told.readLine();
            push.send("handled");
        });
        System.out.println("bound " + work.bind("tcp://127.0.0.1:*"));
        Thread main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> awaitEnd(main)));
        var idle = context.pull();
        idle.bind("tcp://127.0.0.1:*");
        for (Message message : idle.messages()) {
            System.out.println("unexpected " + message);
        }
        consumption.await();
        System.out.println("over " + consumption.handled() + " " + consumption.failed());
    }

    /** The JVM waits for its hooks alone. */
    private static void awaitEnd(Thread main) {
        System.out.println("ending");
        try {
            main.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
