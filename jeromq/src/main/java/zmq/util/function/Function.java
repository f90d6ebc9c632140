package zmq.util.function;

public interface Function<T, R> {

    R apply(T arg0);
}
