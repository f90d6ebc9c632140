package io.zmq4j.connection;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * A call that the compiler does not inline: for the trips into the kernel.
 *
 * <p>Such a trip, with all that is encoded or decoded on it, is ten to fifteen kilobytes of machine code; to queue a message
 * or to take one is one or two. HotSpot on JDK 17 inlines every call that was made a hundred times. A program that is not
 * compiled yet is slow enough to make a trip for every few messages, and from then on the trip would be a part of each send
 * and receive: compiled for 280 ms instead of 20 to 30, too large to be inlined themselves, and a fifth
 * slower for good (ADR 14).
 *
 * <p>There is no way to tell the compiler, but it cannot inline what it does not know, and it does not know a method handle
 * that is no constant. The trip behind it, a few microseconds, hides the way through the handle. Refused: a
 * method of more than 325 bytecodes, which is not inlined either.
 */
final class OutOfLine {
    /** Never changes, and must not be final: then it would be a constant. */
    private static MethodHandle run = runHandle();

    private OutOfLine() {}

    static void run(Runnable trip) {
        try {
            run.invokeExact(trip);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a Runnable cannot throw this", e);
        }
    }

    private static MethodHandle runHandle() {
        try {
            return MethodHandles.publicLookup().findVirtual(Runnable.class, "run", MethodType.methodType(void.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
