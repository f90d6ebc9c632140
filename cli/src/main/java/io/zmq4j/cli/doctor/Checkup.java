package io.zmq4j.cli.doctor;

import io.zmq4j.cli.names.NameService;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** All checks, of this machine and of the JVM that asks. */
public final class Checkup {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private Checkup() {}

    /**
     * Looks at everything, in a few seconds at most.
     *
     * @param ipcFolder where sockets of ipc are to be made
     */
    public static List<Finding> of(Path ipcFolder) {
        var files = KernelFiles.ofThisMachine();
        var names = NameService.ofThisMachine();
        long heap = Runtime.getRuntime().maxMemory();
        int processors = Runtime.getRuntime().availableProcessors();
        return List.<Check>of(
                        new DescriptorLimit(files),
                        new Backlog(files),
                        new SocketBuffers(files),
                        new EphemeralPorts(files),
                        new OwnName(hostName(files), names, PATIENCE),
                        new Localhost(names, PATIENCE),
                        new Ipv6(Checkup::canBindIpv6),
                        new IpcFolder(ipcFolder),
                        new Clocks(Instant::now, System::nanoTime, Checkup::pause),
                        new JavaVersion(
                                Runtime.version().feature(), Runtime.version().toString()),
                        new Heap(heap),
                        new ContainerMemory(files, heap),
                        new Collector(collectors(), processors))
                .stream()
                .map(Check::look)
                .toList();
    }

    private static Optional<String> hostName(KernelFiles files) {
        return files.read("/proc/sys/kernel/hostname").map(String::trim).filter(name -> !name.isEmpty());
    }

    private static boolean canBindIpv6() {
        try (var server = new ServerSocket()) {
            server.bind(new InetSocketAddress(InetAddress.getAllByName("::1")[0], 0));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> collectors() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(GarbageCollectorMXBean::getName)
                .toList();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
