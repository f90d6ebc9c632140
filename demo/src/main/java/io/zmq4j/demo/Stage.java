package io.zmq4j.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Where one scenario is played: starts its actors, waits for what they print, always with a deadline, and in the end, however
 * it ends, no actor is left. Owned by the directing thread; {@link #close} may come from any.
 */
final class Stage implements AutoCloseable {
    private final String scenario;
    private final Console console;
    private final Programs programs;
    private final Path directory;
    private final Duration deadline;
    private final List<Actor> actors = new ArrayList<>();
    private boolean closed;
    private int endpoints;

    /**
     * @param directory for the sockets of ipc endpoints
     * @param deadline how long something that must happen may take
     */
    Stage(String scenario, Console console, Programs programs, Path directory, Duration deadline) {
        this.scenario = scenario;
        this.console = console;
        this.programs = programs;
        this.directory = directory;
        this.deadline = deadline;
    }

    /** zmq4j on each side once, with pyzmq on the other; zmq4j alone if there is no pyzmq. */
    List<Cast> casts() {
        return programs.hasPython()
                ? List.of(new Cast(Language.JAVA, Language.PYTHON), new Cast(Language.PYTHON, Language.JAVA))
                : List.of(new Cast(Language.JAVA, Language.JAVA));
    }

    /** As {@link #casts}, if the other side's libzmq was built with multicast, which not every one is. */
    List<Cast> multicastCasts() {
        return programs.hasMulticast() ? casts() : List.of(new Cast(Language.JAVA, Language.JAVA));
    }

    /** Starts a program, in Java if there is no Python for it. Does not wait for anything. */
    synchronized Actor start(String name, Language language, Class<?> program, Object... arguments) {
        if (closed) {
            throw new NotSeenException("the demo ends");
        }
        Language spoken = programs.hasPython() ? language : Language.JAVA;
        String who = scenario + " " + name + "/" + spoken;
        var actor = new Actor(name, programs.command(spoken, program, arguments), line -> {
            console.line(who, line);
            wake();
        });
        actors.add(actor);
        return actor;
    }

    /** Tells the audience what happens next. */
    void say(String text) {
        console.say(scenario, text);
    }

    /** Kills an actor with SIGKILL. */
    void kill(Actor actor) {
        say("kills " + actor.name());
        actor.kill();
    }

    /** Waits until something is so. */
    void await(String what, BooleanSupplier seen) {
        if (!becomes(seen, deadline)) {
            throw new NotSeenException("not within " + deadline.toSeconds() + " s: " + what);
        }
    }

    /** Watches that something is so and stays so. */
    void holds(String what, Duration time, BooleanSupplier seen) {
        if (becomes(() -> !seen.getAsBoolean(), time)) {
            throw new NotSeenException("no longer so: " + what);
        }
    }

    /** How long something that must happen may take. */
    Duration deadline() {
        return deadline;
    }

    /** Lets time pass. */
    void pause(Duration time) {
        becomes(() -> false, time);
    }

    /** Looks whether something is so, now. */
    void expect(String what, boolean seen) {
        if (!seen) {
            throw new NotSeenException("not so: " + what);
        }
    }

    private synchronized boolean becomes(BooleanSupplier seen, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (!seen.getAsBoolean()) {
            long left = end - System.nanoTime();
            if (left <= 0 || closed) {
                return false;
            }
            try {
                // Lines wake this up; the end of a process does not, hence the short wait.
                wait(Math.min(20, TimeUnit.NANOSECONDS.toMillis(left) + 1));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    private synchronized void wake() {
        notifyAll();
    }

    /**
     * An endpoint on a free port. Not one of those that the system gives to outgoing connections: a client that tries such a
     * port again and again while its server is down would one day be connected to itself.
     */
    String tcp() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(15_000, 32_000);
            try (var probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return "tcp://127.0.0.1:" + probe.getLocalPort();
            } catch (IOException e) {
                // taken: try another
            }
        }
    }

    /** An endpoint on a Unix domain socket in a temporary directory. */
    String ipc() {
        return "ipc://" + path();
    }

    /** A path in a temporary directory, at which there is nothing yet. */
    Path path() {
        return directory.resolve(scenario + "-" + ++endpoints);
    }

    /** A multicast endpoint on the loopback interface, with a group and a port that nobody has. */
    String epgm() {
        var random = ThreadLocalRandom.current();
        return "epgm://127.0.0.1;239.192." + random.nextInt(1, 255) + "." + random.nextInt(1, 255) + ":"
                + random.nextInt(15_000, 32_000);
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        // Not under the lock, which the threads that read the last lines need. Nobody is added any more.
        actors.forEach(Actor::kill);
    }
}
