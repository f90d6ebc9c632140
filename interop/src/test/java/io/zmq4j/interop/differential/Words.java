package io.zmq4j.interop.differential;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.zmq4j.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Frames as words: {@code _} is an empty one, {@code +a} the subscription to {@code a} and {@code -a} its end, {@code *} an id that
 * a library made at random. Others stand as they are.
 */
final class Words {
    private static final String EMPTY = "_";
    private static final String RANDOM = "*";

    /** Of an id that a ROUTER gives: a zero and a number. */
    private static final int GIVEN_ID = 5;

    /** Of a request's id, which a REQ with REQ_CORRELATE sends before the delimiter. */
    private static final int REQUEST_ID = 4;

    private Words() {}

    static byte[] frame(String word) {
        return switch (word.charAt(0)) {
            case '_' -> new byte[0];
            case '+' -> ("\1" + word.substring(1)).getBytes(UTF_8);
            case '-' -> ("\0" + word.substring(1)).getBytes(UTF_8);
            default -> word.getBytes(UTF_8);
        };
    }

    static List<byte[]> frames(List<String> words) {
        return words.stream().map(Words::frame).toList();
    }

    static String of(Message message) {
        return IntStream.range(0, message.frameCount())
                .mapToObj(index -> isRequestId(message, index) ? RANDOM : word(message.bytes(index)))
                .collect(joining(" "));
    }

    private static boolean isRequestId(Message message, int index) {
        return index == 1
                && message.frameCount() > 2
                && message.bytes(1).length == REQUEST_ID
                && message.bytes(2).length == 0;
    }

    private static String word(byte[] frame) {
        if (frame.length == 0) {
            return EMPTY;
        }
        String text = new String(frame, 1, frame.length - 1, UTF_8);
        return switch (frame[0]) {
            case 0 -> frame.length == GIVEN_ID ? RANDOM : "-" + text;
            case 1 -> "+" + text;
            default -> new String(frame, UTF_8);
        };
    }

    /** The frames to put before a reply: up to the delimiter, or the first alone. */
    static List<byte[]> envelope(Message message) {
        List<byte[]> frames = new ArrayList<>(List.of(message.bytes(0)));
        for (int i = 1; i < message.frameCount(); i++) {
            if (message.bytes(i).length == 0) {
                IntStream.rangeClosed(1, i).mapToObj(message::bytes).forEach(frames::add);
                break;
            }
        }
        return frames;
    }
}
