package zmq.util.function;

/** Takes a value. As {@link java.util.function.Consumer}, whose place it took where Java had none. */
public interface Consumer<T> {
    void accept(T value);
}
