package zmq.util.function;

public interface Consumer<T> {

    void accept(T arg0);
}
