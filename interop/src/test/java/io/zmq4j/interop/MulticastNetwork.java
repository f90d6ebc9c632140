package io.zmq4j.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Four hosts that hear each other's multicast: network namespaces at a bridge, or at a switch that throws away as many
 * packets as wanted; or this machine's loopback interface four times, which loses nothing.
 */
final class MulticastNetwork implements AutoCloseable {
    enum Kind {
        LOOPBACK,
        NAMESPACES
    }

    static final int HOSTS = 4;

    /** Takes every frame from one port and gives it to the others, with the note on its checksum that the kernel made. */
    private static final String SWITCH = """
            import os, random, select, socket, sys
            loss = float(sys.argv[1]) / 100
            ports = []
            for name in sys.argv[2:]:
                port = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(3))
                port.setsockopt(263, 15, 1)
                port.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 24)
                port.bind((name, 0))
                port.setblocking(False)
                ports.append(port)
            print('ready', flush=True)
            ETHERNET = 10
            while os.getppid() == PARENT:
                for port in select.select(ports, [], [], 0.5)[0]:
                    for _ in range(64):
                        try:
                            frame, address = port.recvfrom(70000)
                        except BlockingIOError:
                            break
                        if address[2] == 4:
                            continue  # sent from here
                        multicast = frame[ETHERNET] & 1 and frame[ETHERNET:ETHERNET + 6] != b'\\xff' * 6
                        for other in ports:
                            if other is not port and not (multicast and random.random() < loss):
                                try:
                                    other.send(frame)
                                except OSError:
                                    pass
            """;

    private final Kind kind;
    private final String name = "mc-" + ProcessHandle.current().pid();
    private final boolean ipv6;
    private final String group;
    private final List<MulticastStation> running = new ArrayList<>();

    MulticastNetwork(Kind kind, int lossPercent) {
        this(kind, lossPercent, false);
    }

    static MulticastNetwork ofIpv6() {
        return new MulticastNetwork(Kind.NAMESPACES, 0, true);
    }

    private MulticastNetwork(Kind kind, int lossPercent, boolean ipv6) {
        this.kind = kind;
        this.ipv6 = ipv6;
        var random = ThreadLocalRandom.current();
        int port = random.nextInt(20_000, 30_000);
        group = ipv6
                ? "[ff15::77]:" + port
                : "239.192." + random.nextInt(1, 255) + "." + random.nextInt(1, 255) + ":" + port;
        if (kind == Kind.NAMESPACES) {
            try {
                build(lossPercent);
            } catch (RuntimeException | Error e) {
                close();
                throw e;
            }
        } else if (lossPercent > 0) {
            throw new IllegalArgumentException("loopback loses nothing");
        }
    }

    /** Those that this machine has. */
    static List<Kind> kinds() {
        boolean root = Path.of("/proc/self/ns/net").toFile().exists()
                && "root".equals(System.getProperty("user.name"))
                && (Files.isExecutable(Path.of("/usr/sbin/ip")) || Files.isExecutable(Path.of("/sbin/ip")));
        return root ? List.of(Kind.values()) : List.of(Kind.LOOPBACK);
    }

    private void build(int lossPercent) {
        String hub = name + "-0";
        run("ip", "netns", "add", hub);
        run("ip", "-n", hub, "link", "add", "bridge", "type", "bridge", "mcast_snooping", "0");
        run("ip", "-n", hub, "link", "set", "bridge", "up");
        var command = new ArrayList<>(List.of("ip", "netns", "exec", hub, "/usr/bin/python3", "-u", "-c"));
        command.add(
                SWITCH.replace("PARENT", String.valueOf(ProcessHandle.current().pid())));
        command.add(String.valueOf(lossPercent));
        for (int i = 1; i <= HOSTS; i++) {
            String host = name + "-" + i;
            run("ip", "netns", "add", host);
            run("ip", "link", "add", "v", "netns", host, "type", "veth", "peer", "name", "p" + i, "netns", hub);
            run("ip", "-n", hub, "link", "set", "p" + i, "up");
            run("ip", "-n", host, "addr", "add", "10.77.0." + i + "/24", "dev", "v");
            run("ip", "-n", host, "-6", "addr", "add", "fd77::" + i + "/64", "dev", "v", "nodad");
            run("ip", "-n", host, "link", "set", "v", "up");
            run("ip", "-n", host, "link", "set", "lo", "up");
            if (lossPercent == 0) {
                run("ip", "-n", hub, "link", "set", "p" + i, "master", "bridge");
            }
            command.add("p" + i);
        }
        if (lossPercent > 0) {
            start(command).expect("ready");
        }
    }

    /** The endpoint at a host. */
    String endpoint(int host) {
        String address = kind == Kind.LOOPBACK ? "127.0.0.1" : ipv6 ? "[fd77::" + host + "]" : "10.77.0." + host;
        return "epgm://" + address + ";" + group;
    }

    /** Starts a program at a host. */
    MulticastStation start(int host, List<String> command) {
        var all = new ArrayList<String>();
        if (kind == Kind.NAMESPACES) {
            all.addAll(List.of("ip", "netns", "exec", name + "-" + host));
        }
        all.addAll(command);
        return start(all);
    }

    private MulticastStation start(List<String> command) {
        var station = new MulticastStation(command);
        running.add(station);
        return station;
    }

    @Override
    public void close() {
        running.forEach(MulticastStation::kill);
        if (kind == Kind.NAMESPACES) {
            for (int i = 0; i <= HOSTS; i++) {
                tryRun("ip", "netns", "del", name + "-" + i);
            }
        }
    }

    private static void run(String... command) {
        if (!tryRun(command)) {
            throw new IllegalStateException("failed: " + String.join(" ", command));
        }
    }

    private static boolean tryRun(String... command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
