package zmq.socket.pubsub;

import io.zmq4j.zmtp.SocketType;
import org.jspecify.annotations.Nullable;
import zmq.Ctx;

/** Receives the publications to which it has subscribed. */
public class Sub extends XSub {
    /** One in a context; the numbers are not used. */
    public Sub(Ctx parent, int tid, int sid) {
        super(parent, SocketType.SUB);
    }

    /** Sets an option. */
    @Override
    public boolean xsetsockopt(int option, @Nullable Object value) {
        return super.xsetsockopt(option, value);
    }
}
