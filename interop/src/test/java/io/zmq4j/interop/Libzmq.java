package io.zmq4j.interop;

import static org.assertj.core.api.Assertions.fail;

import io.zmq4j.testkit.PythonPeer;
import io.zmq4j.zmtp.SocketType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * libzmq in a Python process that lasts for a test class, as starting one takes longer than most tests. Between tests its
 * sockets are closed; after a test that left it in the middle of something, there is a new process.
 */
final class Libzmq implements AfterEachCallback, AfterAllCallback {
    /** A little more than the Python side's own, so that it can say what it waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String OK = "ok";

    private @Nullable PythonPeer process;
    private boolean isBusy;
    private int lastName;

    /** A socket with options as {@code NAME=value}. */
    LibzmqSocket open(SocketType type, String... options) {
        String name = "s" + ++lastName;
        run("open", name, type.name(), String.join(" ", options));
        return new LibzmqSocket(this, name);
    }

    /** Gives a command and waits for its result, which may be empty. */
    String run(String... words) {
        begin(words);
        return finish();
    }

    /** Gives a command; {@link #finish} must follow. */
    void begin(String... words) {
        isBusy = true;
        running().sendLine(String.join(" ", words));
    }

    /** Waits for the result of what was begun. */
    String finish() {
        String answer = running().nextLine(PATIENCE);
        isBusy = false;
        if (!answer.startsWith(OK)) {
            return fail("libzmq: " + answer);
        }
        return answer.substring(OK.length()).trim();
    }

    private PythonPeer running() {
        if (process == null) {
            process = new PythonPeer(program());
        }
        return process;
    }

    private static String program() {
        try (var program = Libzmq.class.getResourceAsStream("libzmq_peer.py")) {
            if (program == null) {
                return fail("libzmq_peer.py is missing");
            }
            return new String(program.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void afterEach(ExtensionContext test) {
        if (!isBusy && process != null) {
            begin("reset");
            isBusy = !process.nextLine(PATIENCE).equals(OK);
        }
        if (isBusy) {
            end();
        }
    }

    @Override
    public void afterAll(ExtensionContext test) {
        end();
    }

    private void end() {
        if (process != null) {
            process.kill();
            process = null;
        }
        isBusy = false;
    }
}
