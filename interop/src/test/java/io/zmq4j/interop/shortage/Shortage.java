package io.zmq4j.interop.shortage;

import java.io.IOException;

/** Something that can be used up, and be there again. For one thread. Made before it is needed: nothing may be missing then. */
interface Shortage {
    /** Uses up what there is. Called again while it lasts, as others give some back. */
    void make();

    /** Gives it all back. */
    void release() throws IOException, InterruptedException;
}
