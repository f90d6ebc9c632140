package io.zmq4j.interop.shortage;

import java.io.FileInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Opens files until there can be no more. */
final class DescriptorShortage implements Shortage {
    private final Deque<FileInputStream> ballast = new ArrayDeque<>();

    @Override
    public void make() {
        try {
            while (true) {
                ballast.push(new FileInputStream("/dev/null"));
            }
        } catch (IOException full) {
            // No descriptor is left.
        }
    }

    @Override
    public void release() throws IOException {
        while (!ballast.isEmpty()) {
            ballast.pop().close();
        }
    }
}
