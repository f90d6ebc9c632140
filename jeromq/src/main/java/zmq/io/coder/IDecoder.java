package zmq.io.coder;

import java.nio.ByteBuffer;
import zmq.Msg;
import zmq.util.ValueReference;

/** Reads messages in a format of its own. An option of a socket that is kept and never used: connections speak ZMTP. */
public interface IDecoder {
    /** What to read into. */
    ByteBuffer getBuffer();

    /** Reads from a buffer, and says in {@code processed} how many bytes it took. */
    Step.Result decode(ByteBuffer buffer, int size, ValueReference<Integer> processed);

    /** The message that was read. */
    Msg msg();

    /** The connection has ended. */
    void destroy();

    /** A part of the format. */
    interface Step {
        /** What a part has come to. */
        enum Result {
            /** More bytes are wanted. */
            MORE_DATA,
            /** A message is there. */
            DECODED,
            /** It is no message. */
            ERROR
        }

        /** Takes what was read. */
        Result apply();
    }
}
