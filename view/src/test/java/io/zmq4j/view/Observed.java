package io.zmq4j.view;

import io.zmq4j.Context;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** A process that is looked at. It says when it is ready, and ends when it is told to, or when the test does. */
public final class Observed implements AutoCloseable {
    private final Process process;

    private Observed(Process process) {
        this.process = process;
    }

    /** A JVM with a context and a publisher that sends all the time. */
    public static Observed withSockets(String... options) throws Exception {
        return java(List.of(options), "sockets");
    }

    static Observed withoutZmq4j(String... options) throws Exception {
        return java(List.of(options), "nothing");
    }

    /** One that has zmq4j, but not where the JVM's own class loader finds it. */
    static Observed withLoaderOfItsOwn(String... options) throws Exception {
        return java(List.of(options), "loader");
    }

    private static Observed java(List<String> options, String what) throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(options);
        var path = System.getProperty("java.class.path");
        if (what.equals("loader")) {
            var own = Path.of(Observed.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            command.addAll(List.of("-Dobserved.path=" + path, "-cp", own.toString()));
        } else {
            command.addAll(List.of("-cp", path));
        }
        command.addAll(List.of(Observed.class.getName(), what));
        return command(command.toArray(String[]::new));
    }

    /** Any command that prints a line when it is ready. */
    static Observed command(String... command) throws Exception {
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var observed = new Observed(process);
        if (process.getInputStream().read() < 0) {
            observed.close();
            throw new IOException("ended before it was ready: " + String.join(" ", command));
        }
        return observed;
    }

    public long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGSTOP or SIGCONT, in the words of kill. */
    void signal(String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, String.valueOf(pid())).start().waitFor(20, TimeUnit.SECONDS);
    }

    /** Stops it, and waits until all of its threads have. */
    void stop() throws Exception {
        signal("STOP");
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!isStopped()) {
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException("process " + pid() + " does not stop");
            }
            Thread.sleep(10);
        }
    }

    private boolean isStopped() throws IOException {
        try (var threads = Files.list(Path.of("/proc", String.valueOf(pid()), "task"))) {
            return threads.allMatch(Observed::isStopped);
        }
    }

    /** By the letter behind the name, which may have anything in it. */
    private static boolean isStopped(Path thread) {
        try {
            String stat = Files.readString(thread.resolve("stat"));
            return stat.startsWith("T", stat.lastIndexOf(')') + 2);
        } catch (IOException e) {
            // It has ended.
            return true;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** The process itself. */
    public static void main(String[] args) throws Exception {
        switch (args[0]) {
            case "sockets" -> publish();
            case "loader" -> {
                var path = new ArrayList<URL>();
                for (var entry : Objects.requireNonNull(System.getProperty("observed.path"))
                        .split(File.pathSeparator)) {
                    URI uri = Path.of(entry).toUri();
                    path.add(uri.toURL());
                }
                var loader = new URLClassLoader(path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
                Thread.currentThread().setContextClassLoader(loader);
                loader.loadClass(Observed.class.getName())
                        .getMethod("main", String[].class)
                        .invoke(null, (Object) new String[] {"sockets"});
            }
            default -> untilTold();
        }
    }

    private static void publish() throws IOException {
        try (var context = Context.builder().name("observed").build();
                var pub = context.pub().named("ticker");
                var sub = context.sub().named("reader")) {
            sub.subscribe("");
            sub.connect(pub.bind("tcp://127.0.0.1:*"));
            var sending = new Thread(() -> {
                while (!Thread.currentThread().isInterrupted()) {
                    pub.send("tick");
                    try {
                        Thread.sleep(1);
                    } catch (InterruptedException e) {
                        return;
                    }
                }
            });
            sending.setDaemon(true);
            sending.start();
            untilTold();
            sending.interrupt();
        }
    }

    private static void untilTold() throws IOException {
        System.out.println("ready");
        System.in.read();
    }
}
