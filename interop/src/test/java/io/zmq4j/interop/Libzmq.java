package io.zmq4j.interop;

import static org.assertj.core.api.Assertions.fail;

import io.zmq4j.Socket;
import io.zmq4j.testkit.ProgramPeer;
import io.zmq4j.testkit.PythonPeer;
import io.zmq4j.zmtp.SocketType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * libzmq in a process of Python or Node that lasts for a test class, as starting one takes longer than most tests. Between tests
 * its sockets are closed; after a test that left it in the middle of something, there is a new process.
 */
final class Libzmq implements Party, AfterEachCallback, AfterAllCallback {
    /** A little more than the Python side's own, so that it can say what it waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String OK = "ok";

    private final String program;
    private final Function<String, ProgramPeer> language;
    private @Nullable ProgramPeer process;
    private boolean isBusy;
    private int lastName;

    /** libzmq 4.3.4, through pyzmq. */
    Libzmq() {
        this("libzmq_peer.py", PythonPeer::new);
    }

    private Libzmq(String program, Function<String, ProgramPeer> language) {
        this.program = program;
        this.language = language;
    }

    /** libzmq 4.3.5 with its draft types, through npm's {@code zeromq}; aborts a test that needs it if it is not to be had. */
    static Libzmq withDrafts() {
        return new Libzmq("libzmq_peer.js", text -> Node.orAbort().start(text));
    }

    @Override
    public LibzmqSocket open(SocketType type, boolean beats, Supplier<Socket> ours) {
        List<String> options = new ArrayList<>();
        if (type.speech() == SocketType.Speech.ZMTP) {
            options.add("RECONNECT_IVL=10");
        }
        if (type == SocketType.ROUTER) {
            options.add("ROUTING_ID=" + Pairing.THEIR_ID);
        }
        if (beats) {
            options.add("HEARTBEAT_IVL=" + Partner.BEAT_MILLIS);
            options.add("HEARTBEAT_TIMEOUT=" + PATIENCE.toMillis());
        }
        LibzmqSocket socket = open(type, options.toArray(String[]::new));
        if (type == SocketType.SUB) {
            socket.subscribe("");
        }
        if (type == SocketType.XSUB) {
            socket.send("\u0001");
        }
        if (type == SocketType.DISH) {
            socket.join(Pairing.GROUP);
        }
        return socket;
    }

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

    private ProgramPeer running() {
        if (process == null) {
            process = language.apply(text());
        }
        return process;
    }

    private String text() {
        try (var text = Libzmq.class.getResourceAsStream(program)) {
            if (text == null) {
                return fail(program + " is missing");
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
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
