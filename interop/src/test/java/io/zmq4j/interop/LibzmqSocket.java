package io.zmq4j.interop;

import io.zmq4j.message.Message;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A libzmq socket in the other process. */
final class LibzmqSocket implements Partner {
    private final Libzmq process;
    private final String name;

    LibzmqSocket(Libzmq process, String name) {
        this.process = process;
        this.name = name;
    }

    @Override
    public String bind(String endpoint) {
        return process.run("bind", name, endpoint);
    }

    @Override
    public void connect(String endpoint) {
        process.run("connect", name, endpoint);
    }

    void disconnect(String endpoint) {
        process.run("disconnect", name, endpoint);
    }

    void subscribe(String topic) {
        process.run("subscribe", name, hex(Message.of(topic)));
    }

    void unsubscribe(String topic) {
        process.run("unsubscribe", name, hex(Message.of(topic)));
    }

    void join(String group) {
        process.run("join", name, hex(Message.of(group)));
    }

    /** Waits for a monitor event, by libzmq's name of it; gives its value. */
    int await(String event) {
        return Integer.parseInt(process.run("await", name, event));
    }

    /** Lets libzmq look at what has come, such as a new peer, which it does in the application's calls only. */
    @Override
    public void attend() {
        process.run("attend", name);
    }

    /** Waits until a socket that waits for peers has none. */
    void awaitNobody() {
        process.run("alone", name);
    }

    @Override
    public void send(Message message) {
        process.run("send", name, hex(message));
    }

    void send(String... frames) {
        send(Message.of(frames));
    }

    @Override
    public Message receive() {
        return message(process.run("recv", name));
    }

    /** Begins to give back the next messages just as they come. */
    void beginEcho(int count) {
        process.begin("echo", name, String.valueOf(count));
    }

    /** Begins to send the numbers from 0. */
    void beginCount(int count) {
        process.begin("count", name, String.valueOf(count));
    }

    /** Begins to receive the numbers from 0, each as a message's last frame. */
    void beginCheck(int count) {
        process.begin("check", name, String.valueOf(count));
    }

    /** Begins to send the numbers from 0, behind an envelope, and to check that each comes back. */
    void beginAsk(int count, String... envelope) {
        String frames =
                Stream.of(envelope).map(frame -> " " + hex(Message.of(frame))).collect(Collectors.joining());
        process.begin("ask", name, count + frames);
    }

    /** Waits for what was begun; fails if it failed. */
    void finish() {
        process.finish();
    }

    @Override
    public void close() {
        process.run("close", name);
    }

    private static String hex(Message message) {
        return IntStream.range(0, message.frameCount())
                .mapToObj(message::bytes)
                .map(frame -> frame.length == 0 ? "-" : HexFormat.of().formatHex(frame))
                .collect(Collectors.joining(" "));
    }

    private static Message message(String hex) {
        List<byte[]> frames = new ArrayList<>();
        for (String frame : hex.split(" ")) {
            frames.add(frame.equals("-") ? new byte[0] : HexFormat.of().parseHex(frame));
        }
        return Message.of(frames);
    }
}
