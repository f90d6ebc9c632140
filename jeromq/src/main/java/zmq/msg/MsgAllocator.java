package zmq.msg;

import zmq.Msg;

/** Makes the frames that a socket receives into. Accepted by the option of that name, and without effect: frames are arrays. */
public interface MsgAllocator {
    /** A frame of so many bytes. */
    Msg allocate(int size);
}
