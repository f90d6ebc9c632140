package zmq.io.coder;

import java.nio.ByteBuffer;
import zmq.Msg;
import zmq.util.ValueReference;

/** Writes messages in a format of its own. An option of a socket that is kept and never used: connections speak ZMTP. */
public interface IEncoder {
    /** The message to write next. */
    void loadMsg(Msg msg);

    /** Fills a buffer, or makes one if there is none, and gives the number of bytes. */
    int encode(ValueReference<ByteBuffer> data, int size);

    /** What was given was written. */
    void encoded();

    /** The connection has ended. */
    void destroy();
}
