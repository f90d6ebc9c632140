package io.zmq4j.view;

import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A JVM on this machine, as the system's own files tell of it: nothing is asked of the JVM itself.
 *
 * @param pid of its process
 * @param command its main class or jar, without arguments
 * @param hasLoop whether it has a thread that is called as the I/O loops of zmq4j are; without one it may use zmq4j all the same,
 *     within the process, or with threads of its own making
 */
public record LocalJvm(long pid, String command, boolean hasLoop) {
    private static final Path PROC = Path.of("/proc");

    /** A thread's name as Linux has it: of a long one the JVM keeps the first seven and the last six characters. */
    private static final Pattern LOOP = Pattern.compile(".*-loop-[0-9]+|.{7}\\.\\.(loop|oop|op)-[0-9]+");

    private static final Pattern WITH_VALUE = Pattern.compile(
            "-cp|-classpath|--class-path|-p|--module-path|--add-[a-z]+|--limit-modules|--upgrade-module-path");

    private static final long SIGQUIT = 1L << (3 - 1);

    /** Those that this user may look at, but for this process; those with a loop first. */
    public static List<LocalJvm> list() {
        var jvms = new ArrayList<LocalJvm>();
        for (var process : (Iterable<ProcessHandle>) ProcessHandle.allProcesses()::iterator) {
            long pid = process.pid();
            if (pid != ProcessHandle.current().pid() && isJvm(pid)) {
                jvms.add(new LocalJvm(pid, command(pid), hasLoop(pid)));
            }
        }
        jvms.sort(Comparator.comparing((LocalJvm jvm) -> !jvm.hasLoop).thenComparingLong(LocalJvm::pid));
        return List.copyOf(jvms);
    }

    /**
     * Makes sure that a process can be attached to. To attach sends SIGQUIT, which kills what is no JVM, and a JVM that has not
     * got as far as to expect it, or never does.
     *
     * @throws ViewException if it cannot
     */
    static void check(long pid) throws ViewException {
        if (pid == ProcessHandle.current().pid()) {
            throw new ViewException("process " + pid + " is this program itself");
        }
        if (ProcessHandle.of(pid).isEmpty()) {
            throw new ViewException("there is no process " + pid);
        }
        if (hasProc() && isUnreadable(pid)) {
            throw new ViewException("process " + pid + " may not be looked at: it is "
                    + (owner(pid).equals(owner(ProcessHandle.current().pid()))
                            ? "kept apart by the system"
                            : owner(pid) + "'s")
                    + ", and only its own user may, or root");
        }
        if (!isJvm(pid)) {
            throw new ViewException("process " + pid + " (" + command(pid) + ") is no JVM");
        }
        if (hasArgument(pid, "-XX:+DisableAttachMechanism")) {
            throw new ViewException(
                    describe(pid) + " cannot be attached to, as it was started with -XX:+DisableAttachMechanism");
        }
        if (hasArgument(pid, "-Xrs") || hasArgument(pid, "-XX:+ReduceSignalUsage")) {
            throw new ViewException(describe(pid) + " cannot be attached to, as it was started with -Xrs");
        }
        if (hasProc() && !catchesSigquit(pid)) {
            throw new ViewException(describe(pid) + " cannot be attached to yet: it is only just starting");
        }
    }

    private static boolean hasProc() {
        return Files.isDirectory(PROC.resolve("self"));
    }

    /** For people. */
    static String describe(long pid) {
        return "process " + pid + " (" + command(pid) + ")";
    }

    private static boolean isJvm(long pid) {
        if (!hasProc()) {
            // What the JDK knows by the files of its JVMs.
            return VirtualMachine.list().stream().anyMatch(jvm -> jvm.id().equals(Long.toString(pid)));
        }
        return anyLine(file(pid, "maps"), line -> line.endsWith("/libjvm.so"));
    }

    private static boolean isUnreadable(long pid) {
        try (var in = Files.newInputStream(file(pid, "maps"))) {
            in.read();
            return false;
        } catch (IOException e) {
            return ProcessHandle.of(pid).isPresent();
        }
    }

    private static boolean catchesSigquit(long pid) {
        return anyLine(
                file(pid, "status"),
                line -> line.startsWith("SigCgt:")
                        && (Long.parseUnsignedLong(line.substring(7).strip(), 16) & SIGQUIT) != 0);
    }

    private static boolean hasLoop(long pid) {
        try (var threads = Files.newDirectoryStream(file(pid, "task"))) {
            for (var thread : threads) {
                if (anyLine(thread.resolve("comm"), name -> LOOP.matcher(name).matches())) {
                    return true;
                }
            }
        } catch (IOException e) {
            // It has ended.
        }
        return false;
    }

    private static String owner(long pid) {
        try {
            return Plain.text(Files.getOwner(file(pid, "")).getName());
        } catch (IOException e) {
            return "somebody else";
        }
    }

    private static boolean hasArgument(long pid, String argument) {
        return arguments(pid).contains(argument);
    }

    /** What follows the options of {@code java}: the main class, jar or module; of anything else, the program. */
    private static String command(long pid) {
        var arguments = arguments(pid);
        var program = lastPart(arguments.get(0));
        for (int i = 1; i < arguments.size() && program.equals("java"); i++) {
            var argument = arguments.get(i);
            if (WITH_VALUE.matcher(argument).matches()) {
                i++;
            } else if (!argument.startsWith("-") && !argument.startsWith("@")) {
                return lastPart(argument);
            }
        }
        return program;
    }

    private static String lastPart(String path) {
        return Plain.text(path.substring(path.lastIndexOf('/') + 1));
    }

    /** The command line, at least one word of it. */
    private static List<String> arguments(long pid) {
        try {
            var bytes = Files.readAllBytes(file(pid, "cmdline"));
            return List.of(new String(bytes, StandardCharsets.UTF_8).split("\0"));
        } catch (IOException e) {
            return List.of("unknown");
        }
    }

    private static boolean anyLine(Path file, Predicate<String> wanted) {
        try (var lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.anyMatch(wanted);
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    private static Path file(long pid, String name) {
        return PROC.resolve(Long.toString(pid)).resolve(name);
    }
}
