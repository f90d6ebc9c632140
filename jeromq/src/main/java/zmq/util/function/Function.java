package zmq.util.function;

/** Of a value, another one. As {@link java.util.function.Function}, whose place it took where Java had none. */
public interface Function<T, R> {
    R apply(T value);
}
