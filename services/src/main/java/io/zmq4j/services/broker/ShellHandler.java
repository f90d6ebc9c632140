package io.zmq4j.services.broker;

import io.zmq4j.Handler;
import io.zmq4j.message.Message;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/**
 * Answers with what a shell command prints, without the newline at its end; the request's frames are its stdin. One that ends with an
 * exit code other than 0 has no answer. An interrupt ends the command.
 */
final class ShellHandler implements Handler {
    private final String command;

    ShellHandler(String command) {
        this.command = command;
    }

    @Override
    public Message handle(Message request) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-c", command)
                .redirectError(Redirect.INHERIT)
                .start();
        try {
            // Beside each other: a command may print before it has read all.
            var feeding = CompletableFuture.runAsync(() -> feed(request, process));
            var printed = CompletableFuture.supplyAsync(() -> read(process));
            int code = process.waitFor();
            feeding.join();
            String output = printed.join();
            if (code != 0) {
                throw new IOException("the command ended with exit code " + code);
            }
            return Message.of(output.endsWith("\n") ? output.substring(0, output.length() - 1) : output);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static void feed(Message request, Process process) {
        try (OutputStream stdin = process.getOutputStream()) {
            for (int i = 0; i < request.frameCount(); i++) {
                stdin.write(request.bytes(i));
            }
        } catch (IOException e) {
            // It need not read all of it.
        }
    }

    private static String read(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            // It was ended.
            return "";
        }
    }
}
