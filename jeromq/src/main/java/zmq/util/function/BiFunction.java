package zmq.util.function;

/** Of two values, a third. As {@link java.util.function.BiFunction}, whose place it took where Java had none. */
public interface BiFunction<T, U, R> {
    R apply(T first, U second);
}
