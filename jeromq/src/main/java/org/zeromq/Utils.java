package org.zeromq;

import java.io.IOException;

/** Small helps for programs. */
public class Utils {
    private Utils() {}

    /** A TCP port that nobody uses at the moment, on any interface; somebody else may take it before the caller does. */
    public static int findOpenPort() throws IOException {
        return zmq.util.Utils.findOpenPort();
    }

    /**
     * Does nothing if the expression holds.
     *
     * @throws IllegalArgumentException with this message, if it does not
     */
    public static void checkArgument(boolean expression, String errorMessage) {
        zmq.util.Utils.checkArgument(expression, errorMessage);
    }
}
