package zmq.util.function;

public interface BiFunction<T, U, R> {

    R apply(T arg0, U arg1);
}
