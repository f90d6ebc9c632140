package io.zmq4j.examples.salt;

import io.zmq4j.Context;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/**
 * A small Salt, minions: NAME-1 to NAME-COUNT in one process, a thread each.
 * Arguments: [endpoint of commands] [endpoint of returns] [name] [first] [last].
 * The other half: Master, or salt/master.py.
 */
public final class Minion {
    private Minion() {}

    public static void main(String[] args) {
        String commands = args.length > 0 ? args[0] : "tcp://localhost:4505";
        String returns = args.length > 1 ? args[1] : "tcp://localhost:4506";
        String group = args.length > 2 ? args[2] : "web";
        int first = args.length > 3 ? Integer.parseInt(args[3]) : 1;
        int last = args.length > 4 ? Integer.parseInt(args[4]) : first;
        try (var context = Context.create()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> context.close(Duration.ofSeconds(1))));
            for (int number = first + 1; number <= last; number++) {
                String name = group + "-" + number;
                new Thread(() -> serve(context, commands, returns, name), name).start();
            }
            System.out.println(group + "-" + first + " to " + group + "-" + last);
            serve(context, commands, returns, group + "-" + first);
        }
    }

    private static void serve(Context context, String commandsEndpoint, String returnsEndpoint, String name) {
        try (var commands = context.sub();
                var returns = context.dealer()) {
            returns.set(SocketOptions.ROUTING_ID, name.getBytes(StandardCharsets.UTF_8));
            returns.connect(returnsEndpoint);
            commands.subscribe("all.");
            commands.subscribe(name.substring(0, name.indexOf('-')) + ".");
            commands.subscribe(name + ".");
            commands.connect(commandsEndpoint);
            while (true) {
                returns.trySend(Message.of("here")); // now and then, for a master that has just (re)started
                commands.receive(Duration.ofMillis(500))
                        .ifPresent(command -> returns.send(command.text(1), run(command.text(2))));
            }
        } catch (SocketClosedException e) {
            // The context was closed: SIGTERM.
        }
    }

    private static String run(String command) {
        String[] words = command.split(" ", 2);
        return switch (words[0]) {
            case "ping" -> "pong";
            case "upper" -> command.substring("upper".length()).strip().toUpperCase(Locale.ROOT);
            default -> "unknown command " + words[0];
        };
    }
}
