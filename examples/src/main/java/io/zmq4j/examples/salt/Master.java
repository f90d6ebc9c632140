package io.zmq4j.examples.salt;

import io.zmq4j.Context;
import io.zmq4j.PubSocket;
import io.zmq4j.RouterSocket;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A small Salt, the master. On its standard input: "who", or "TARGET COMMAND", such as "all ping", "web upper salt",
 * "web-7 ping".
 * Arguments: [endpoint of commands] [endpoint of returns].
 * The other half: Minion, or salt/minion.py.
 */
public final class Master {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final PubSocket commands;
    private final RouterSocket returns;
    private final Set<String> minions = new TreeSet<>();
    private int jobs;

    private Master(PubSocket commands, RouterSocket returns) {
        this.commands = commands;
        this.returns = returns;
    }

    public static void main(String[] args) throws IOException {
        try (var context = Context.create();
                var commands = context.pub();
                var returns = context.router()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> context.close(Duration.ofSeconds(1))));
            returns.set(SocketOptions.ROUTER_HANDOVER, true); // a minion that restarted takes over its own name
            commands.bind(args.length > 0 ? args[0] : "tcp://*:4505");
            returns.bind(args.length > 1 ? args[1] : "tcp://*:4506");
            var master = new Master(commands, returns);
            var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = input.readLine(); line != null; line = input.readLine()) {
                System.out.println(master.obey(line.strip()));
            }
        } catch (SocketClosedException e) {
            System.out.println("closed");
        }
    }

    private String obey(String line) {
        for (var message = returns.tryReceive(); message.isPresent(); message = returns.tryReceive()) {
            minions.add(message.get().text(0)); // every minion says "here" now and then
        }
        String[] words = line.split(" ", 2);
        return words.length < 2 ? minions.size() + " minions" : line + ": " + ask(words[0], words[1]);
    }

    private String ask(String target, String command) {
        String job = "job-" + ++jobs;
        commands.send(target + ".", job, command);

        var answers = new TreeSet<String>();
        var answered = new TreeSet<String>();
        var silent = new TreeSet<>(minions);
        silent.removeIf(name -> !target.equals("all") && !name.equals(target) && !name.startsWith(target + "-"));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!silent.isEmpty()) {
            Optional<Message> came = returns.receive(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
            if (came.isEmpty()) {
                break;
            }
            Message message = came.get();
            String name = message.text(0);
            minions.add(name);
            if (message.text(1).equals(job)) {
                answers.add(message.text(2));
                answered.add(name);
                silent.remove(name);
            }
        }
        return answered.size() + " answered " + answers + ", " + silent.size() + " did not " + silent;
    }
}
