package zmq.msg;

import zmq.Msg;

/** Frames that are arrays up to a size, and outside the heap above it. */
public class MsgAllocatorThreshold implements MsgAllocator {
    private static final int DEFAULT_THRESHOLD = 1024 * 1024;
    private static final MsgAllocator SMALL = new MsgAllocatorHeap();
    private static final MsgAllocator LARGE = new MsgAllocatorDirect();

    /** The size in bytes of the largest array; up to 0, all frames are arrays. */
    public final int threshold;

    /** With a threshold of 1 MiB. */
    public MsgAllocatorThreshold() {
        this(DEFAULT_THRESHOLD);
    }

    public MsgAllocatorThreshold(int threshold) {
        this.threshold = threshold;
    }

    @Override
    public Msg allocate(int size) {
        return (threshold > 0 && size > threshold ? LARGE : SMALL).allocate(size);
    }
}
