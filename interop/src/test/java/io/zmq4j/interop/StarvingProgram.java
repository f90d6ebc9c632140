package io.zmq4j.interop;

import static io.zmq4j.options.SocketOptions.LINGER;
import static io.zmq4j.options.SocketOptions.RECONNECT_IVL;

import com.sun.management.OperatingSystemMXBean;
import io.zmq4j.Context;
import io.zmq4j.PullSocket;
import io.zmq4j.PushSocket;
import io.zmq4j.Socket;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A program that is to run short of file descriptors or memory. Prints {@code endpoint} and where its PULL is bound,
 * {@code event} and {@code got} as things happen, and does what it is told on standard input.
 */
final class StarvingProgram {
    private final Context context = Context.create();
    private final PullSocket pull = context.pull();
    private final PushSocket push = context.push();
    private final Deque<Closeable> ballast = new ArrayDeque<>();

    private StarvingProgram() {}

    public static void main(String[] arguments) throws IOException {
        new StarvingProgram().run();
    }

    private void run() throws IOException {
        listen(pull);
        listen(push);
        push.set(LINGER, Duration.ZERO);
        push.set(RECONNECT_IVL, Duration.ofMillis(20));
        warmUp();
        say("endpoint " + pull.bind("tcp://127.0.0.1:*"));
        var receiver = new Thread(this::receive, "receiver");
        receiver.setDaemon(true);
        receiver.start();
        var commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String command = commands.readLine(); command != null; command = commands.readLine()) {
            obey(command.split(" "));
        }
        context.close();
    }

    private static void listen(Socket socket) {
        var unused = socket.onEvent(event -> say("event " + event.type() + " of " + socket.type()));
    }

    /** Goes every way once while there is enough of everything: the class loader needs descriptors too. */
    private void warmUp() {
        try (var one = context.pull();
                var other = context.push()) {
            other.set(LINGER, Duration.ZERO);
            other.set(RECONNECT_IVL, Duration.ofMillis(1));
            other.connect("tcp://127.0.0.1:1");
            other.connect(one.bind("tcp://127.0.0.1:*"));
            other.disconnect("tcp://127.0.0.1:1");
            other.send("warm");
            say("warm " + one.receiveText());
            say("nanos " + cpuNanos());
        }
    }

    private void receive() {
        while (!pull.isClosed()) {
            say("got " + pull.receive().size());
        }
    }

    private void obey(String[] command) throws IOException {
        switch (command[0]) {
            case "fill" -> fill();
            case "free" -> free();
            case "cpu" -> say("cpu " + cpuNanos());
            case "connect" -> push.connect(command[1]);
            case "send" -> push.send(command[1]);
            default -> throw new IllegalArgumentException(command[0]);
        }
    }

    private void fill() {
        try {
            while (true) {
                ballast.push(new FileInputStream("/dev/null"));
            }
        } catch (IOException full) {
            say("full " + ballast.size());
        }
    }

    private void free() throws IOException {
        while (!ballast.isEmpty()) {
            ballast.pop().close();
        }
        say("free");
    }

    private static long cpuNanos() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return system.getProcessCpuTime();
    }

    private static void say(String line) {
        synchronized (System.out) {
            System.out.println(line);
            System.out.flush();
        }
    }
}
