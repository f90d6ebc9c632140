package programs.error;

import org.zeromq.UncheckedZMQException;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;
import programs.Expect;
import zmq.ZError;

/** Error codes have the same numbers on every platform, and names. */
public final class Codes {
    private Codes() {}

    public static void main(String[] args) throws Exception {
        Expect.equal(35, ZMQ.Error.EAGAIN.getCode());
        Expect.equal(4, ZMQ.Error.EINTR.getCode());
        Expect.equal(48, ZMQ.Error.EADDRINUSE.getCode());
        Expect.equal(45, ZMQ.Error.ENOTSUP.getCode());
        Expect.equal(156384765, ZMQ.Error.ETERM.getCode());
        Expect.equal(156384763, ZMQ.Error.EFSM.getCode());
        Expect.equal(ZMQ.Error.ETERM, ZMQ.Error.findByCode(156384765));
        Expect.equal(ZMQ.Error.NOERROR, ZMQ.Error.findByCode(0));
        Expect.equal(ZMQ.Error.NOERROR, ZMQ.Error.findByCode(-1));
        Expect.failure(IllegalArgumentException.class, () -> ZMQ.Error.findByCode(1_000_000));
        for (ZMQ.Error error : ZMQ.Error.values()) {
            Expect.equal(error, ZMQ.Error.findByCode(error.getCode()));
            Expect.that(error.getMessage() != null && !error.getMessage().isEmpty(), error + " has a text");
        }
        ZMQException failure = new ZMQException(ZError.EAGAIN);
        Expect.equal(ZError.EAGAIN, failure.getErrorCode());
        Expect.that(UncheckedZMQException.class.isInstance(failure), "one type for all");
        Expect.that(failure.toString().contains("35"), failure.toString());
        Expect.equal("why", new ZMQException("why", ZError.EINVAL).getMessage());
    }
}
