package io.zmq4j.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Ends the command when a thread, whichever it is, ends with an exception: without it some of the work would not be done,
 * the rest would wait for it, and the exit code would not tell.
 */
final class Crash implements Thread.UncaughtExceptionHandler {
    /** Made beforehand: at the end of the memory there is none for a sentence either. */
    private static final byte[] LAST_WORDS = "zmq: out of memory\n".getBytes(StandardCharsets.US_ASCII);

    private final OutputStream err = new FileOutputStream(FileDescriptor.err);
    private final ErrorReport errors;

    Crash(ErrorReport errors) {
        this.errors = errors;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable e) {
        try {
            errors.report(e);
        } catch (OutOfMemoryError again) {
            sayLastWords();
        } finally {
            // Not exit: what is to be closed then might wait for the very thread that has ended.
            Runtime.getRuntime().halt(Exit.ERROR);
        }
    }

    private void sayLastWords() {
        try {
            err.write(LAST_WORDS);
        } catch (IOException e) {
            // Nobody listens.
        }
    }
}
