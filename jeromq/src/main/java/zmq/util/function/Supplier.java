package zmq.util.function;

/** Gives a value. As {@link java.util.function.Supplier}, whose place it took where Java had none. */
public interface Supplier<T> {
    T get();
}
