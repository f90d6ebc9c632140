package io.zmq4j.interop.shortage;

import io.zmq4j.test.FaultProxy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * A {@link Round} in a JVM of its own, as its parent sees it, which breaks its connections.
 *
 * <p>Where memory or threads have run out, the JVM itself crashes now and then (a null handle in its native code). No Java
 * program can make it or keep it from that, so such a round proves nothing and is played again; a round whose JVM crashes every
 * time has a fault.
 */
final class RoundProcess {
    /** What came of it: what is wrong, and what it did. */
    record Outcome(List<String> faults, String summary, List<String> accounts) {}

    private static final int MOST_CRASHES = 3;

    /** In what a JVM says when it crashes. */
    private static final String CRASH = "An error report file with more information is saved as";

    /** A user that nobody is, so that its threads are the round's alone. */
    private static final int USER =
            61_000 + Math.floorMod(ProcessHandle.current().pid(), 3_000);

    private static final int MOST_UNBROKEN_MILLIS = 700;
    private static final long LONGEST_SECONDS = 120;

    private final List<FaultProxy> proxies = new ArrayList<>();
    private final Random random;
    private volatile boolean breaks;
    private volatile long broken;
    private boolean crashed;

    private RoundProcess(long seed) {
        random = new Random(seed);
    }

    /** Plays a round to its end. */
    static Outcome play(Kind kind, long seconds, long seed, Workplace workplace, boolean isVerbose) throws IOException {
        boolean wantsSmall = kind == Kind.DISK && seed % 2 == 0;
        for (int crashes = 0; ; ) {
            try (var folder = new IpcFolder(workplace.newFolder(), USER, wantsSmall)) {
                var round = new RoundProcess(seed);
                Outcome outcome = round.run(command(kind, seconds, seed, workplace, folder), seconds, isVerbose);
                if (!round.crashed || ++crashes == MOST_CRASHES) {
                    return outcome;
                }
            }
        }
    }

    /** Root has no limit of threads and may write everywhere, so its rounds run as somebody else. */
    private static List<String> command(Kind kind, long seconds, long seed, Workplace workplace, IpcFolder folder)
            throws IOException {
        List<String> command = new ArrayList<>();
        if (IpcFolder.IS_ROOT) {
            command.addAll(List.of("setpriv", "--reuid=" + USER, "--regid=" + USER, "--clear-groups"));
        }
        command.addAll(List.of("/bin/bash", "-c", kind.limit() + " && exec \"$0\" \"$@\""));
        command.add(System.getProperty("java.home") + "/bin/java");
        command.addAll(kind.options());
        String ownFolder = workplace.newFolder().toString();
        command.addAll(List.of(
                // The JVM's own words about threads would be taken for the round's.
                "-Xlog:disable",
                "-XX:TieredStopAtLevel=1",
                "-Dio.zmq4j.warnings=false",
                seed % 2 == 0 ? "-XX:+UseSerialGC" : "-XX:+UseG1GC",
                "-Djava.io.tmpdir=" + ownFolder,
                "-XX:ErrorFile=" + ownFolder + "/crash.log",
                "-cp",
                workplace.classPath(),
                Round.class.getName(),
                kind.name(),
                String.valueOf(seconds),
                String.valueOf(seed),
                folder.path().toString(),
                String.valueOf(folder.isSmall())));
        return command;
    }

    private Outcome run(List<String> command, long seconds, boolean isVerbose) throws IOException {
        List<String> faults = new ArrayList<>();
        List<String> accounts = new ArrayList<>();
        List<String> noise = new ArrayList<>();
        String summary = "";
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var timer = new Thread(() -> endLate(process, seconds + LONGEST_SECONDS), "timer");
        timer.setDaemon(true);
        timer.start();
        var breaker = new Thread(this::breakConnections, "breaker");
        breaker.setDaemon(true);
        breaker.start();
        try (var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                Writer input = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.isEmpty() || line.charAt(0) != Parent.MARK) {
                    noise.add(line);
                    crashed |= line.contains(CRASH);
                    continue;
                }
                String[] parts = line.substring(1).split(" ", 2);
                switch (parts[0]) {
                    case "breakable" -> answer(input, breakable(parts[1]));
                    case "break" -> {
                        breaks = true;
                        answer(input, "");
                    }
                    case "spare" -> {
                        breaks = false;
                        answer(input, String.valueOf(broken));
                    }
                    case "fault" -> faults.add(parts[1]);
                    case "account" -> accounts.add(parts[1]);
                    case "done" -> summary = parts[1];
                    default -> throw new IOException("the round says " + line);
                }
            }
        } finally {
            breaks = false;
            process.destroyForcibly();
            breaker.interrupt();
            timer.interrupt();
            proxies.forEach(FaultProxy::close);
        }
        if (summary.isEmpty()) {
            faults.add("the round did not come to its end");
        }
        if (isVerbose || summary.isEmpty()) {
            accounts.addAll(noise);
        }
        return new Outcome(faults, summary, accounts);
    }

    private static void answer(Writer input, String line) throws IOException {
        input.write(line + "\n");
        input.flush();
    }

    private static void endLate(Process process, long seconds) {
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            // It has ended.
        }
    }

    private String breakable(String endpoint) throws IOException {
        FaultProxy proxy = FaultProxy.to(endpoint);
        synchronized (proxies) {
            proxies.add(proxy);
        }
        if (proxy.uri().startsWith("ipc://")) {
            Path path = Path.of(proxy.uri().substring("ipc://".length()));
            Workplace.open(path);
            Workplace.open(path.getParent());
        }
        return proxy.uri();
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
    private void breakConnections() {
        try {
            while (true) {
                Thread.sleep(1 + random.nextInt(MOST_UNBROKEN_MILLIS));
                if (breaks) {
                    FaultProxy victim;
                    synchronized (proxies) {
                        victim = proxies.get(random.nextInt(proxies.size()));
                    }
                    victim.reset();
                    broken++;
                }
            }
        } catch (InterruptedException e) {
            // The round is over.
        }
    }
}
