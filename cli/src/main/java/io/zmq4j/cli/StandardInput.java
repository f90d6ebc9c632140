package io.zmq4j.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.file.Path;

/** stdin, whose errors say that they are its own. Not buffered. */
final class StandardInput extends FilterInputStream {
    private static final Path STDIN = Path.of("/dev/stdin");

    StandardInput() {
        super(new FileInputStream(FileDescriptor.in));
    }

    /** Whether a person types there; /dev/null, where nobody ever does, counts as well. */
    static boolean isInteractive() {
        return FileType.isCharacterDevice(STDIN);
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        try {
            return super.read(bytes, from, length);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static IOException failed(IOException e) {
        return new IOException("stdin is closed or cannot be read: " + e.getMessage(), e);
    }
}
