package io.zmq4j.interop.shortage;

import io.zmq4j.testkit.FaultProxy;
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

/** A {@link Round} in a JVM of its own, as its parent sees it, who breaks its connections. */
final class RoundProcess {
    /** What came of it: what is wrong, and what it did. */
    record Outcome(List<String> faults, String summary, List<String> accounts) {}

    /** A user that nobody is, so that its threads are the round's alone. */
    private static final int FIRST_USER = 61_000;

    private static final int USERS = 3_000;
    private static final int MOST_UNBROKEN_MILLIS = 700;
    private static final long LONGEST_SECONDS = 120;

    private final List<FaultProxy> proxies = new ArrayList<>();
    private final Random random;
    private volatile boolean breaks;
    private volatile long broken;

    private RoundProcess(long seed) {
        random = new Random(seed);
    }

    /** Plays a round to its end. */
    static Outcome play(Kind kind, long seconds, long seed, Workplace workplace, boolean isVerbose) throws IOException {
        return new RoundProcess(seed).run(command(kind, seconds, seed, workplace), seconds, isVerbose);
    }

    private static List<String> command(Kind kind, long seconds, long seed, Workplace workplace) throws IOException {
        Path temporary = workplace.newFolder();
        Path folder = workplace.newFolder().resolve("ipc");
        boolean isRoot = ((Integer) 0).equals(java.nio.file.Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        int user = FIRST_USER + Math.floorMod(ProcessHandle.current().pid(), USERS);
        // Root may do what it likes, so it hands the folder to another user.
        String script = isRoot
                ? "mkdir \"$1\" && { [[ $2 != small ]] || mount -t tmpfs -o size=256k,nr_inodes=30 none \"$1\" || exit 3; };"
                        + " chown " + user + " \"$1\"; shift 2; exec setpriv --reuid=" + user + " --regid=" + user
                        + " --clear-groups /bin/bash -c '" + kind.limit() + " && exec \"$0\" \"$@\"' \"$@\""
                : "mkdir \"$1\"; shift 2; " + kind.limit() + " && exec \"$@\"";
        List<String> command = new ArrayList<>(List.of("/bin/bash", "-c", script, "round", folder.toString()));
        command.add("plain");
        command.add(System.getProperty("java.home") + "/bin/java");
        command.addAll(kind.options());
        command.addAll(List.of(
                // The JVM's own words about threads would be taken for the round's.
                "-Xlog:disable",
                "-XX:TieredStopAtLevel=1",
                seed % 2 == 0 ? "-XX:+UseSerialGC" : "-XX:+UseG1GC",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                workplace.classPath(),
                Round.class.getName(),
                kind.name(),
                String.valueOf(seconds),
                String.valueOf(seed),
                folder.toString(),
                "false"));
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
        FaultProxy proxy = FaultProxy.before(endpoint);
        synchronized (proxies) {
            proxies.add(proxy);
        }
        if (proxy.endpoint().startsWith("ipc://")) {
            Path path = Path.of(proxy.endpoint().substring("ipc://".length()));
            Workplace.open(path);
            Workplace.open(path.getParent());
        }
        return proxy.endpoint();
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
