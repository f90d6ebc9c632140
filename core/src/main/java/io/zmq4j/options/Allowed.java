package io.zmq4j.options;

import static io.zmq4j.options.SocketOptions.FOREVER;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Which values an option takes, as a test and in the words of its error message. */
record Allowed<T>(Predicate<T> predicate, String words) {
    // libzmq counts milliseconds in an int. The same bound here keeps every duration far from overflow in nanoseconds.
    private static final Pattern ADDRESS = Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.%]+\\]):[1-9][0-9]{0,4}");

    private static final Duration LONGEST = Duration.ofMillis(Integer.MAX_VALUE);

    boolean test(T value) {
        return predicate.test(value);
    }

    Allowed<T> or(T other, String words) {
        return new Allowed<>(predicate.or(other::equals), words + " or " + this.words);
    }

    static Allowed<Boolean> either() {
        return new Allowed<>(value -> true, "true or false");
    }

    static Allowed<Integer> between(int least, int most) {
        return new Allowed<>(value -> value >= least && value <= most, least + " to " + most);
    }

    static Allowed<Integer> atLeast(int least) {
        return new Allowed<>(value -> value >= least, least + " or more");
    }

    static Allowed<Long> atLeast(long least) {
        return new Allowed<>(value -> value >= least, least + " or more");
    }

    static Allowed<Duration> between(Duration least, Duration most) {
        return new Allowed<>(
                value -> value.compareTo(least) >= 0 && value.compareTo(most) <= 0,
                least.toMillis() + " to " + most.toMillis() + " ms");
    }

    static Allowed<Duration> time() {
        return between(Duration.ZERO, LONGEST);
    }

    static Allowed<Duration> timeOrForever() {
        return time().or(FOREVER, "-1 (for ever)");
    }

    static Allowed<Duration> intervalOrNever() {
        return between(Duration.ofMillis(1), LONGEST).or(FOREVER, "-1 (never)");
    }

    /** Ids that begin with a zero byte are those a ROUTER makes up itself (RFC 28). */
    static Allowed<byte[]> routingId() {
        return new Allowed<>(
                bytes -> bytes.length <= 255 && (bytes.length == 0 || bytes[0] != 0),
                "0 to 255 bytes, the first of them not zero");
    }

    static Allowed<String> shortText() {
        return new Allowed<>(
                text -> text.getBytes(StandardCharsets.UTF_8).length <= 255, "a text of 0 to 255 bytes in UTF-8");
    }

    /** A host, which only the transport can judge, and a port; or nothing. */
    static Allowed<String> address() {
        return new Allowed<>(
                text -> text.isEmpty() || ADDRESS.matcher(text).matches(), "host:port, or nothing for none");
    }

    static Allowed<byte[]> anyBytes() {
        return new Allowed<>(bytes -> true, "any bytes");
    }
}
