package io.zmq4j.discovery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Three hosts at a switch whose cables can be pulled: network namespaces at a bridge, which takes root. */
final class GossipHosts implements AutoCloseable {
    static final int HOSTS = 3;
    private static final long IN_TIME_SECONDS = 120;

    /** What a host said last. */
    private static final class Host {
        final Process process;
        private volatile String said = "nothing";

        Host(Process process) {
            this.process = process;
            var reader = new Thread(this::read, "host");
            reader.setDaemon(true);
            reader.start();
        }

        private void read() {
            try (var lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    said = line;
                    if (System.getProperty("v") != null) System.out.println(System.nanoTime() / 1000000 + " " + line);
                }
            } catch (IOException e) {
                said = "gone";
            }
        }
    }

    private final String name = "gs-" + ProcessHandle.current().pid();
    private final List<Host> hosts = new ArrayList<>();

    /** Whether this user may. */
    static boolean areAllowed() {
        return "root".equals(System.getProperty("user.name")) && Files.isExecutable(Path.of("/sbin/ip"));
    }

    static String address(int host) {
        return "10.78.0." + host;
    }

    GossipHosts() {
        try {
            String hub = name + "-0";
            run("ip", "netns", "add", hub);
            run("ip", "-n", hub, "link", "add", "bridge", "type", "bridge");
            run("ip", "-n", hub, "link", "set", "bridge", "up");
            for (int i = 1; i <= HOSTS; i++) {
                String host = name + "-" + i;
                run("ip", "netns", "add", host);
                run("ip", "link", "add", "v", "netns", host, "type", "veth", "peer", "name", "p" + i, "netns", hub);
                run("ip", "-n", hub, "link", "set", "p" + i, "master", "bridge");
                run("ip", "-n", hub, "link", "set", "p" + i, "up");
                run("ip", "-n", host, "addr", "add", address(i) + "/24", "dev", "v");
                run("ip", "-n", host, "link", "set", "v", "up");
                run("ip", "-n", host, "link", "set", "lo", "up");
            }
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    /** Starts so many nodes at a host. */
    void start(int host, int nodes, long intervalMillis, long ttlSeconds, String... seeds) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                address(host), Integer.toString(nodes), Long.toString(intervalMillis), Long.toString(ttlSeconds)));
        arguments.addAll(List.of(seeds));
        List<String> command = new ArrayList<>(List.of("ip", "netns", "exec", name + "-" + host));
        command.addAll(GossipProgram.command(arguments.toArray(String[]::new)));
        hosts.add(new Host(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()));
    }

    /** Pulls all cables at the switch, so that each host is alone. */
    void cut() {
        cables("down");
    }

    void join() {
        cables("up");
    }

    private void cables(String state) {
        for (int i = 1; i <= HOSTS; i++) {
            run("ip", "-n", name + "-0", "link", "set", "p" + i, state);
        }
    }

    /** Until each host says its own; how many seconds that took. */
    double await(String... expected) throws InterruptedException {
        long began = System.nanoTime();
        for (int i = 0; i < expected.length; i++) {
            while (!hosts.get(i).said.equals(expected[i])) {
                if (System.nanoTime() - began > TimeUnit.SECONDS.toNanos(IN_TIME_SECONDS)) {
                    throw new AssertionError("host " + (i + 1) + " says " + hosts.get(i).said + ", not " + expected[i]);
                }
                TimeUnit.MILLISECONDS.sleep(10);
            }
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private static void run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + said);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        hosts.forEach(host -> host.process.destroyForcibly());
        for (int i = 0; i <= HOSTS; i++) {
            try {
                run("ip", "netns", "delete", name + "-" + i);
            } catch (IllegalStateException e) {
                // It was not made.
            }
        }
    }
}
