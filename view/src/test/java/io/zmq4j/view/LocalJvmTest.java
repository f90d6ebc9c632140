package io.zmq4j.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalJvmTest {
    private static void assertRefused(long pid, String sentence) {
        assertThatExceptionOfType(ViewException.class)
                .isThrownBy(() -> JvmSource.attach(pid, true))
                .withMessageContaining(sentence);
    }

    @Test
    void whatIsNoJvmIsLeftAlone() throws Exception {
        try (var python = Observed.command("python3", "-c", "print('ready', flush=True); input()")) {
            assertRefused(python.pid(), "process " + python.pid() + " (python3) is no JVM");

            assertThat(python.isAlive()).isTrue();
        }
    }

    @Test
    void aJvmThatDoesNotExpectToBeAskedIsLeftAlone() throws Exception {
        var libjvm = Path.of(System.getProperty("java.home"), "lib", "server", "libjvm.so");
        var script = "import ctypes; ctypes.CDLL('" + libjvm + "'); print('ready', flush=True); input()";
        try (var embryo = Observed.command("python3", "-c", script)) {
            assertRefused(embryo.pid(), "cannot be attached to yet: it is only just starting");

            assertThat(embryo.isAlive()).isTrue();
        }
    }

    @Test
    void aJvmThatWasStartedNotToBeAttachedToIsLeftAlone() throws Exception {
        for (var option : new String[] {"-XX:+DisableAttachMechanism", "-Xrs"}) {
            try (var jvm = Observed.withSockets(option)) {
                assertRefused(
                        jvm.pid(), "(io.zmq4j.view.Observed) cannot be attached to, as it was started with " + option);

                assertThat(jvm.isAlive()).isTrue();
            }
        }
    }

    @Test
    void aProcessThatIsNotThereIsASentence() throws Exception {
        long pid;
        try (var gone = Observed.command("echo", "gone")) {
            pid = gone.pid();
            gone.kill();
        }
        assertRefused(pid, "there is no process " + pid);
    }

    @Test
    void thisProcessIsASentence() {
        assertRefused(ProcessHandle.current().pid(), "is this program itself");
    }

    @Test
    void aProcessOfAnotherUsersIsASentence(@TempDir Path directory) throws Exception {
        if (!System.getProperty("user.name").equals("root")) {
            assertRefused(1, "process 1 may not be looked at: it is root's");
            return;
        }
        // Root may look at all: somebody else is to look, who can read nothing but what is copied for everybody.
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (var of : new Class<?>[] {LocalJvm.class, LocalJvmTest.class}) {
            copyClasses(
                    Path.of(of.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI()),
                    directory);
        }
        try (var jvm = Observed.withSockets()) {
            var nobody = new ProcessBuilder(
                            "setpriv",
                            "--reuid=65534",
                            "--regid=65534",
                            "--clear-groups",
                            System.getProperty("java.home") + "/bin/java",
                            "-cp",
                            directory.toString(),
                            CheckOf.class.getName(),
                            String.valueOf(jvm.pid()))
                    .redirectErrorStream(true)
                    .start();

            assertThat(new String(nobody.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("process " + jvm.pid() + " may not be looked at: it is root's");
            assertThat(nobody.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void copyClasses(Path from, Path to) throws Exception {
        var in = Path.of("io", "zmq4j", "view");
        Files.createDirectories(to.resolve(in));
        try (var files = Files.newDirectoryStream(from.resolve(in), "*.class")) {
            for (var file : files) {
                var copy = to.resolve(in).resolve(file.getFileName());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-r--r--"));
            }
        }
        for (var each = to.resolve(in); !each.equals(to); each = each.getParent()) {
            Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /** Says why a process may not be looked at. */
    static final class CheckOf {
        public static void main(String[] args) {
            try {
                LocalJvm.check(Long.parseLong(args[0]));
            } catch (ViewException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    @Test
    void theListHasJvmsAndTellsWhichHaveALoop() throws Exception {
        try (var with = Observed.withSockets();
                var without = Observed.withoutZmq4j();
                var python = Observed.command("python3", "-c", "print('ready', flush=True); input()")) {
            var list = LocalJvm.list();

            assertThat(list)
                    .contains(new LocalJvm(with.pid(), "io.zmq4j.view.Observed", true))
                    .contains(new LocalJvm(without.pid(), "io.zmq4j.view.Observed", false));
            assertThat(list)
                    .extracting(LocalJvm::pid)
                    .doesNotContain(python.pid(), ProcessHandle.current().pid());
            assertThat(list).isSortedAccordingTo((a, b) -> Boolean.compare(b.hasLoop(), a.hasLoop()));
        }
    }

    @Test
    void aJvmThatIsSeenInTheListCanBeLookedAt() throws Exception {
        try (var jvm = Observed.withSockets()) {
            assertThatCode(() -> LocalJvm.check(jvm.pid())).doesNotThrowAnyException();
        }
    }
}
