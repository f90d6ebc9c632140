package io.zmq4j.cli;

import io.zmq4j.message.Message;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A command for {@code sh -c} that turns a request into a reply. */
final class ShellCommand {
    private final String command;

    ShellCommand(String command) {
        this.command = command;
    }

    /** What the command prints, until it is done or, after this time, ended. */
    byte[] run(Message request, @Nullable Duration timeout) throws IOException {
        var process = new ProcessBuilder("sh", "-c", command)
                .redirectError(Redirect.INHERIT)
                .start();
        if (timeout != null) {
            process.onExit().orTimeout(timeout.toNanos(), TimeUnit.NANOSECONDS).exceptionally(late -> end(process));
        }
        // On a thread of its own: a command may print more than a pipe holds before it reads, or not read at all.
        new Background(() -> feed(request, process), () -> {}).start();
        return process.getInputStream().readAllBytes();
    }

    private static void feed(Message request, Process process) throws IOException {
        try (var stdin = process.getOutputStream()) {
            for (int i = 0; i < request.frameCount(); i++) {
                stdin.write(request.bytes(i));
            }
        }
    }

    private static Process end(Process process) {
        // What the shell started would keep stdout open; the shell goes first, or it would tell of the others' end.
        var started = process.descendants().toList();
        process.destroyForcibly();
        started.forEach(ProcessHandle::destroyForcibly);
        return process;
    }
}
