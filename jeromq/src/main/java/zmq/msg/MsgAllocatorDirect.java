package zmq.msg;

import java.nio.ByteBuffer;
import zmq.Msg;

/** Frames outside the heap. */
public class MsgAllocatorDirect implements MsgAllocator {
    public MsgAllocatorDirect() {}

    @Override
    public Msg allocate(int size) {
        return new Msg(ByteBuffer.allocateDirect(size));
    }
}
