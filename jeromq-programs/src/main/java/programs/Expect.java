package programs;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.zeromq.ZMQException;

/** What a program asserts. Each method throws an {@link AssertionError} that says what came instead. */
public final class Expect {
    private Expect() {}

    /** Arrays are equal if their elements are. */
    public static void equal(Object expected, Object actual) {
        that(Objects.deepEquals(expected, actual), "expected " + shown(expected) + ", not " + shown(actual));
    }

    public static void that(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }

    /** The action ends with a {@link ZMQException} of this code, one of {@link zmq.ZError} or {@link org.zeromq.ZMQ.Error}. */
    public static void code(int errorCode, Action action) {
        ZMQException failure = failure(ZMQException.class, action);
        if (failure.getErrorCode() != errorCode) {
            throw new AssertionError("expected code " + errorCode + ", not " + failure.getErrorCode(), failure);
        }
    }

    /** The action ends with an exception of this type, which is returned. */
    public static <T extends Throwable> T failure(Class<T> type, Action action) {
        try {
            action.run();
        } catch (Throwable thrown) {
            if (type.isInstance(thrown)) {
                return type.cast(thrown);
            }
            throw new AssertionError("expected " + type.getName() + ", not " + thrown, thrown);
        }
        throw new AssertionError("expected " + type.getName() + ", but nothing was thrown");
    }

    /** The action takes no longer. One that never ends is ended by the deadline of the whole program. */
    public static void within(Duration limit, Action action) throws Exception {
        long start = System.nanoTime();
        action.run();
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        that(taken.compareTo(limit) <= 0, "expected to end within " + limit + ", not after " + taken);
    }

    /** The action takes at least as long, less a few milliseconds by which clocks differ. */
    public static void notBefore(Duration least, Action action) throws Exception {
        long start = System.nanoTime();
        action.run();
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        that(taken.plusMillis(5).compareTo(least) >= 0, "expected to take " + least + ", not only " + taken);
    }

    /** The condition becomes true within 20 seconds; it is tried again and again. */
    public static void eventually(String what, Condition condition) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.holds()) {
            that(System.nanoTime() < deadline, "expected within 20 s: " + what);
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
    }

    /** Whether this program runs on JeroMQ's own jar. */
    public static boolean onJeroMq() {
        return !onZmq4j();
    }

    /** Whether this program runs on zmq4j. A program that asks is listed in {@code differences.txt}. */
    public static boolean onZmq4j() {
        return ZMQException.class.getResource("/io/zmq4j/Context.class") != null;
    }

    private static String shown(Object value) {
        return value instanceof byte[] bytes
                ? "bytes " + java.util.HexFormat.of().formatHex(bytes)
                : value instanceof Object[] array ? java.util.Arrays.deepToString(array) : String.valueOf(value);
    }
}
