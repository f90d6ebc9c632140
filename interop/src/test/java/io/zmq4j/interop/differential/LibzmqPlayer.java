package io.zmq4j.interop.differential;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.zmq4j.message.Message;
import io.zmq4j.testkit.PythonPeer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** libzmq, in one Python process for all scenarios. */
final class LibzmqPlayer implements Player {
    /** A little more than the Python side's own. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Scenarios that a process plays: what libzmq still has for somebody who never came stays in it. */
    private static final int MOST_SCENARIOS = 100;

    private static final double SLOWNESS = 0.002;
    private static final String NO_BYTES = "-";

    private PythonPeer process = new PythonPeer(program());
    private int scenarios;
    private Addresses addresses = new Addresses("inproc");

    private static String program() {
        try (var program = LibzmqPlayer.class.getResourceAsStream("libzmq_player.py")) {
            if (program == null) {
                throw new IllegalStateException("libzmq_player.py is missing");
            }
            return new String(program.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void begin(String scheme, int patience) {
        if (++scenarios % MOST_SCENARIOS == 0) {
            process.close();
            process = new PythonPeer(program());
        }
        addresses = new Addresses(scheme);
        run("begin " + (patience - 1) * SLOWNESS);
    }

    @Override
    public Answer call(Step step) {
        Stream<String> words = step.words().stream();
        words = switch (step.verb()) {
            case BIND, CONNECT, UNBIND, DISCONNECT -> words.map(addresses::of);
            case SUBSCRIBE, UNSUBSCRIBE -> words.map(Words::frame).map(LibzmqPlayer::hex);
            default -> words;
        };
        return Answer.of(run(step.socket() + " " + step.verb()
                + words.map(word -> " " + word).collect(joining())));
    }

    @Override
    public Answer send(String socket, Message message) {
        String frames = IntStream.range(0, message.frameCount())
                .mapToObj(message::bytes)
                .map(LibzmqPlayer::hex)
                .collect(joining(" "));
        return Answer.of(run(socket + " send " + frames));
    }

    @Override
    public Answer receive(String socket) {
        List<String> words = Arrays.asList(run(socket + " receive").split(" "));
        return words.size() == 1
                ? Answer.of(words.get(0))
                : Answer.of(Message.of(
                        words.stream().skip(1).map(LibzmqPlayer::bytes).toList()));
    }

    private String run(String line) {
        process.sendLine(line);
        return process.nextLine(PATIENCE);
    }

    private static String hex(byte[] frame) {
        return frame.length == 0 ? NO_BYTES : HexFormat.of().formatHex(frame);
    }

    private static byte[] bytes(String hex) {
        return hex.equals(NO_BYTES) ? new byte[0] : HexFormat.of().parseHex(hex);
    }

    @Override
    public void close() {
        process.close();
    }
}
