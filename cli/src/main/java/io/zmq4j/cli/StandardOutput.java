package io.zmq4j.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** stdout; it throws where {@code System.out} would keep an error to itself. Not buffered. */
final class StandardOutput extends OutputStream {
    private static final Path STDOUT = Path.of("/dev/stdout");

    private final OutputStream out = new FileOutputStream(FileDescriptor.out);

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** A pipe cannot be written when its reader is gone; anything else when it is full, broken, or was never open. */
    static IOException failed(IOException e) {
        return FileType.isPipe(STDOUT)
                ? new OutputClosedException(e)
                : new IOException("stdout is closed or cannot be written: " + e.getMessage(), e);
    }
}
