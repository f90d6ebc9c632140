package zmq.util.function;

public interface Supplier<T> {

    T get();
}
