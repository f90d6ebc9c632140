package io.zmq4j.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.cli.doctor.Finding.Level;
import io.zmq4j.cli.names.NameService;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each check on machines that are made up: what is well, what is not, and what to do. */
@Timeout(60)
class ChecksTest {
    private static final Duration PATIENT = Duration.ofSeconds(20);
    private static final Duration IMPATIENT = Duration.ofMillis(100);

    @ParameterizedTest
    @CsvSource({
        "1048576,1048576,OK,1048576 may be open",
        "unlimited,unlimited,OK,unlimited may be open",
        "1024,524288,WARN,1024 may be open",
        "20,20,BROKEN,20 may be open"
    })
    void fewDescriptorsAreFewConnections(String soft, String hard, Level level, String says) {
        String limits = "Limit                     Soft Limit           Hard Limit           Units\n"
                + "Max open files            " + soft + "                 " + hard + "              files\n";
        Finding finding = new DescriptorLimit(files("/proc/self/limits", limits)).look();

        expect(finding, level, says);
        assertThat(finding.todo().contains("ulimit -n 65536")).isEqualTo(level != Level.OK);
    }

    @ParameterizedTest
    @CsvSource({"4096,OK", "128,WARN"})
    void aShortBacklogIsTold(String somaxconn, Level level) {
        Finding finding = new Backlog(files("/proc/sys/net/core/somaxconn", somaxconn + "\n")).look();

        expect(finding, level, "net.core.somaxconn is " + somaxconn);
        assertThat(finding.todo().contains("sysctl -w net.core.somaxconn=")).isEqualTo(level != Level.OK);
    }

    @ParameterizedTest
    @CsvSource({"212992,4194304,OK", "65536,212992,WARN", "212992,65536,WARN"})
    void smallSocketBuffersAreTold(String rmem, String wmem, Level level) {
        Finding finding = new SocketBuffers(
                        files(Map.of("/proc/sys/net/core/rmem_max", rmem, "/proc/sys/net/core/wmem_max", wmem)))
                .look();

        expect(finding, level, "SNDBUF counts up to " + wmem + " bytes, RCVBUF up to " + rmem);
        assertThat(finding.todo().contains("net.core.wmem_max=")).isEqualTo(level != Level.OK);
    }

    @ParameterizedTest
    @CsvSource({"32768\t60999,OK,28232 for outgoing", "60000 60999,WARN,1000 for outgoing"})
    void aNarrowRangeOfPortsIsTold(String range, Level level, String says) {
        expect(new EphemeralPorts(files("/proc/sys/net/ipv4/ip_local_port_range", range + "\n")).look(), level, says);
    }

    @Test
    void whatASystemDoesNotTellIsNotKnown() {
        KernelFiles nothing = path -> Optional.empty();

        assertThat(List.of(
                                new DescriptorLimit(nothing),
                                new Backlog(nothing),
                                new SocketBuffers(nothing),
                                new EphemeralPorts(nothing),
                                new OwnName(Optional.empty(), knows("127.0.0.1"), PATIENT),
                                new ContainerMemory(nothing, 1))
                        .stream()
                        .map(Check::look))
                .allSatisfy(finding -> expect(finding, Level.UNKNOWN, "not known here"));
    }

    @Test
    void nonsenseInAFileIsNotKnown() {
        assertThat(new Backlog(files("/proc/sys/net/core/somaxconn", "many"))
                        .look()
                        .level())
                .isEqualTo(Level.UNKNOWN);
        assertThat(new EphemeralPorts(files("/proc/sys/net/ipv4/ip_local_port_range", "1 99999999999999999999"))
                        .look()
                        .level())
                .isEqualTo(Level.UNKNOWN);
    }

    @Test
    void aMachineThatDoesNotKnowItsNameIsTold() {
        expect(ownName(knows()), Level.WARN, "box does not resolve");
        expect(ownName(knows("10.0.0.7")), Level.OK, "box is 10.0.0.7");
        expect(ownName(knows("127.0.1.1")), Level.OK, "reached from here only");
    }

    @Test
    void aNameServiceThatHangsIsToldAndNotWaitedForLonger() {
        var never = new CountDownLatch(1);
        var hanging = new NameService(name -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return new InetAddress[0];
        });

        expect(
                new OwnName(Optional.of("box"), hanging, IMPATIENT).look(),
                Level.WARN,
                "says nothing about box within 100 ms");
        expect(new Localhost(hanging, IMPATIENT).look(), Level.BROKEN, "does not resolve");
    }

    private static Finding ownName(NameService names) {
        return new OwnName(Optional.of("box"), names, PATIENT).look();
    }

    @Test
    void localhostIsLoopbackInAtLeastTheOldFamily() {
        expect(new Localhost(knows("127.0.0.1", "::1"), PATIENT).look(), Level.OK, "is 127.0.0.1, 0:0:0:0:0:0:0:1");
        expect(new Localhost(knows("127.0.0.1"), PATIENT).look(), Level.OK, "is 127.0.0.1");
        expect(new Localhost(knows("::1"), PATIENT).look(), Level.WARN, "a server at tcp://127.0.0.1 is not reached");
        expect(
                new Localhost(knows("127.0.0.1", "192.0.2.1"), PATIENT).look(),
                Level.BROKEN,
                "not this machine's loopback alone");
        expect(new Localhost(knows(), PATIENT).look(), Level.BROKEN, "does not resolve");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-30T00:00:00Z,20,20,OK,the year is 2026",
        "1970-01-01T00:00:05Z,20,20,WARN,the year is 1970",
        "2199-01-01T00:00:00Z,20,20,WARN,the year is 2199",
        "2026-11-30T00:00:00Z,3600020,20,WARN,moved by 3600000 ms",
        "2026-11-30T00:00:00Z,-480,20,WARN,moved by 500 ms",
        "2026-11-30T00:00:00Z,20,-7,BROKEN,went back by 7 ms"
    })
    void clocksThatDisagreeAreTold(Instant start, long wallMillis, long nanoMillis, Level level, String says) {
        var wall = new ArrayDeque<>(List.of(start, start.plusMillis(wallMillis)));
        var nanos = new ArrayDeque<>(List.of(5L, 5 + nanoMillis * 1_000_000));

        expect(new Clocks(wall::remove, nanos::remove, () -> {}).look(), level, says);
    }

    @ParameterizedTest
    @CsvSource({"11,BROKEN,17 is the oldest", "17,OK,from 21 on each has a virtual one", "25,OK,25.0.1"})
    void anOldJavaIsTold(int feature, Level level, String says) {
        expect(new JavaVersion(feature, feature + ".0.1").look(), level, says);
    }

    @ParameterizedTest
    @CsvSource({"4096,OK", "64,WARN"})
    void aSmallHeapIsTold(long mebi, Level level) {
        expect(new Heap(mebi << 20).look(), level, mebi + " MiB at most");
    }

    @ParameterizedTest
    @CsvSource({
        "/sys/fs/cgroup/memory.max,max,512,OK,no limit",
        "/sys/fs/cgroup/memory.max,1073741824,512,OK,1024 MiB for all",
        "/sys/fs/cgroup/memory.max,1073741824,1000,WARN,the kernel may kill the JVM",
        "/sys/fs/cgroup/memory/memory.limit_in_bytes,9223372036854771712,512,OK,no limit",
        "/sys/fs/cgroup/memory/memory.limit_in_bytes,536870912,512,WARN,512 MiB for all"
    })
    void aHeapThatDoesNotFitIntoItsContainerIsTold(String path, String limit, long heapMebi, Level level, String says) {
        expect(new ContainerMemory(files(path, limit + "\n"), heapMebi << 20).look(), level, says);
    }

    @Test
    void theSerialCollectorIsToldWhereThereAreSeveralProcessors() {
        List<String> serial = List.of("Copy", "MarkSweepCompact");

        expect(new Collector(List.of("G1 Young Generation"), 8).look(), Level.OK, "G1");
        expect(new Collector(serial, 1).look(), Level.OK, "one processor");
        expect(new Collector(serial, 2).look(), Level.WARN, "though there are 2 processors");
    }

    @Test
    void aFolderIsTriedByMakingASocketInIt(@TempDir Path folder) throws Exception {
        expect(new IpcFolder(folder).look(), Level.OK, "can be made in " + folder);
        assertThat(folder).isEmptyDirectory();
        expect(new IpcFolder(folder.resolve("none")).look(), Level.BROKEN, "there is no directory");
        Path deep = Files.createDirectory(folder.resolve("x".repeat(100)));
        expect(new IpcFolder(deep).look(), Level.BROKEN, "no socket can be made");
    }

    @Test
    void ipv6ThatIsOffIsTold() {
        expect(new Ipv6(() -> true).look(), Level.OK, "tcp://[::1] can be bound");
        expect(new Ipv6(() -> false).look(), Level.WARN, "is off");
    }

    @Test
    void thisMachineIsLookedAtWhole(@TempDir Path folder) {
        assertThat(Checkup.of(folder))
                .extracting(Finding::name)
                .containsExactly(
                        "descriptors",
                        "backlog",
                        "buffers",
                        "ports",
                        "own name",
                        "localhost",
                        "ipv6",
                        "ipc",
                        "clock",
                        "java",
                        "heap",
                        "container",
                        "collector");
    }

    private static void expect(Finding finding, Level level, String says) {
        assertThat(finding.level()).as(finding.toString()).isEqualTo(level);
        assertThat(finding.says()).contains(says);
        boolean wantsSomething = level == Level.WARN || level == Level.BROKEN;
        assertThat(finding.todo().isEmpty()).as("nothing to do").isEqualTo(!wantsSomething);
    }

    private static KernelFiles files(String path, String text) {
        return files(Map.of(path, text));
    }

    private static KernelFiles files(Map<String, String> texts) {
        return path -> Optional.ofNullable(texts.get(path));
    }

    private static NameService knows(String... addresses) {
        return new NameService(name -> {
            if (addresses.length == 0) {
                throw new UnknownHostException(name);
            }
            var found = new InetAddress[addresses.length];
            for (int i = 0; i < found.length; i++) {
                found[i] = InetAddress.getAllByName(addresses[i])[0];
            }
            return found;
        });
    }
}
